-- Deploy gamekeeper:slots/sessions/sessions to pg
-- requires: auth/uid core/keys/now_utc core/records/touch slots/sessions/game_state slots/games/games slots/wallets/wallets slots/sessions/guard_transition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Hot row, like slots.wallets: one update in place per action, no index on what moves.
create table slots.sessions (
  session_id uuid primary key,
  owner_id uuid not null,
  game_id uuid not null references slots.games,
  player_profile jsonb not null,
  state slots.game_state not null default 'Idle',
  metrics jsonb not null default '{}',
  current_wallet_id uuid references slots.wallets,
  pending_bet numeric(20, 4),
  pending_fee numeric(20, 4),
  bet_placed_at timestamptz,
  decided_in xid8,
  event_count bigint not null default 0,
  last_event_at timestamptz not null default core.now_utc(),
  seed_no integer not null default 0,
  server_seed_hash bytea,
  next_server_seed_hash bytea,
  client_seed text,
  nonce bigint not null default 0,
  is_closed boolean not null default false,
  created_at timestamptz not null default core.now_utc(),
  updated_at timestamptz not null default core.now_utc(),
  deleted_at timestamptz,
  constraint sessions_sound check (
    (state = 'Idle' or (server_seed_hash is not null and client_seed is not null))
    and (pending_bet is null or (pending_bet > 0 and state = 'Playing'))
    and (pending_bet is null) = (pending_fee is null) and (pending_bet is null) = (bet_placed_at is null)
    and (not is_closed or state = 'Completed')
    and (deleted_at is null or state = 'Completed')
  )
) with (fillfactor = 70);
comment on table slots.sessions is 'A play session: its state machine, running metrics, wallet and the public half of its randomness.';
comment on column slots.sessions.session_id is 'Time-ordered id; shard key of the session''s rows.';
comment on column slots.sessions.owner_id is 'The user who plays (auth.uid()).';
comment on column slots.sessions.game_id is 'The game played.';
comment on column slots.sessions.player_profile is '{"behaviorType": text, "maxBet": n}; further keys are kept and mean nothing here. {} for an erased person. [personal]';
comment on column slots.sessions.state is 'State; only steps that slots.can_transition allows.';
comment on column slots.sessions.metrics is 'Running counters: {"spins", "wins", "totalBet", "totalPayout", "totalFees", "totalReward"}. [none]';
comment on column slots.sessions.current_wallet_id is 'Wallet that pays and is paid; null for a session that moves no money.';
comment on column slots.sessions.pending_bet is 'Stake that is debited and waits for its spin; only in Playing. It counts as lost until then.';
comment on column slots.sessions.pending_fee is 'The fee that was debited with the pending bet; null without one.';
comment on column slots.sessions.bet_placed_at is 'When the pending bet was placed; upkeep plays it, and ends the session, slots.session_timeout seconds later.';
comment on column slots.sessions.decided_in is 'Transaction that placed the newest bet. It is compared for equality only: after a restore the number is another server''s.';
comment on column slots.sessions.event_count is 'Number of events so far, which is the event_index of the newest.';
comment on column slots.sessions.last_event_at is 'Time of the newest event; never goes back.';
comment on column slots.sessions.seed_no is 'Which server seed of the session is live, from 1; 0 in Idle.';
comment on column slots.sessions.server_seed_hash is 'SHA-256 of the live server seed, published before it is used; null in Idle. [none]';
comment on column slots.sessions.next_server_seed_hash is 'SHA-256 of the seed that slots.rotate_seed will start, published before the player chooses the client seed to go with it; null in Idle. [none]';
comment on column slots.sessions.client_seed is 'The player''s share of the randomness; null in Idle. [opaque]';
comment on column slots.sessions.nonce is 'Number of spins drawn with the live server seed, which is the nonce of the next one.';
comment on column slots.sessions.is_closed is 'Whether the session is Completed and all its events are rolled up, so that upkeep need not look at it again.';
comment on column slots.sessions.created_at is 'Instant of creation.';
comment on column slots.sessions.updated_at is 'Instant of the last change.';
comment on column slots.sessions.deleted_at is 'When the account of its owner was closed, from which on the owner does not see it; null otherwise, and again when the account is reopened.';
create index sessions_owner_id_idx on slots.sessions (owner_id);
create index sessions_game_id_idx on slots.sessions (game_id);
create index sessions_open_idx on slots.sessions (session_id) where not is_closed;
comment on index slots.sessions_open_idx is 'What upkeep looks through.';
create index sessions_open_owner_idx on slots.sessions (owner_id) where not is_closed;
comment on index slots.sessions_open_owner_idx is 'How many sessions a person has open.';
create index sessions_current_wallet_id_idx on slots.sessions (current_wallet_id);
alter table slots.sessions enable row level security;
grant select on slots.sessions to authenticated, service_role;
create policy owner_reads on slots.sessions for select to authenticated using (owner_id = (select auth.uid()) and deleted_at is null);
comment on policy owner_reads on slots.sessions is 'Users see their own sessions, unless they went with a closed account.';
create policy service_reads on slots.sessions for select to service_role using (true);
comment on policy service_reads on slots.sessions is 'The service sees all.';
create trigger guard_transition_update before update on slots.sessions
for each row when (old.state <> new.state) execute function slots.guard_transition();
create trigger guard_transition_insert before insert on slots.sessions
for each row when (new.state <> 'Idle') execute function slots.guard_transition();
create trigger touch before update on slots.sessions for each row execute function core.touch();
commit;
