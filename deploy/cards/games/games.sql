-- Deploy gamekeeper:cards/games/games to pg
-- requires: core/keys/now_utc core/records/guard_history cards/schema auth/uid
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table cards.games (
  id uuid primary key,
  session_seed text not null,
  session_seed_hash text not null,
  config jsonb not null,
  is_public boolean not null,
  status text not null default 'created' constraint games_status check (status in ('created', 'in_progress', 'completed')),
  member_ids uuid[] not null default '{}',
  started_at timestamptz,
  completed_at timestamptz,
  completed_in xid8,
  closed_at timestamptz,
  created_at timestamptz not null default core.now_utc(),
  voided_at timestamptz,
  summary_id uuid generated always as (case when completed_at is not null and voided_at is null then id end) stored,
  constraint games_completed_when_status_says_so check ((status = 'completed') = (completed_at is not null)),
  constraint games_started_when_status_says_so check ((status = 'created') = (started_at is null)),
  constraint games_voided_when_completed check (voided_at is null or voided_at = completed_at),
  constraint games_closed_before_it_began check (closed_at is null or status = 'created')
);
create index games_history_idx on cards.games (id desc) where is_public and status = 'completed';
create index games_created_at_idx on cards.games (created_at);
-- Of the games that are not completed, since nearly all are.
create index games_status_idx on cards.games (status) where status <> 'completed';
create index games_summary_id_idx on cards.games (summary_id);
comment on table cards.games is
  'One row per game of ten rounds (docs/cards.md, Games). Never deleted. Clients are granted the columns one by one: '
  'session_seed and member_ids are not among them.';
comment on column cards.games.id is 'Time-ordered id.';
comment on column cards.games.created_at is 'Instant of creation.';
comment on column cards.games.session_seed is
  'From which every deal follows; secret until the game completes, when game_summary and list_events show it. [secret]';
comment on column cards.games.session_seed_hash is 'Hex SHA-256 of session_seed, public from creation. [none]';
comment on column cards.games.config is 'minPlayers, maxPlayers, startingSeatIndex, turnSeconds, autoplayBots, shuffle. [none]';
comment on column cards.games.is_public is 'Whether everybody may find, watch and afterwards read it.';
comment on column cards.games.status is 'created, in_progress, completed; in this order only. [none]';
comment on column cards.games.member_ids is 'Users who may see the game: seated and watching ones.';
comment on column cards.games.started_at is 'Instant of the first round.';
comment on column cards.games.completed_in is
  'Transaction of completion: until it has ended, the log stays redacted.';
comment on column cards.games.completed_at is 'Instant of completion; a summary exists from then on, unless the game was voided.';
comment on column cards.games.closed_at is
  'When the room closed without a game, because everybody had left or was silent; null otherwise.';
comment on column cards.games.voided_at is 'Instant of completion of a game that was voided, which has no result; null for all others.';
comment on column cards.games.summary_id is 'The id once the game is completed and not void: its foreign key makes the summary a condition of completion.';
alter table cards.games enable row level security;
grant select (id, session_seed_hash, config, is_public, status, started_at, completed_at, voided_at, closed_at, created_at) on cards.games to authenticated, service_role;
create policy visible_games on cards.games for select to authenticated
  using (is_public or (select auth.uid()) = any (member_ids));
comment on policy visible_games on cards.games is 'Public games, and those one takes part in.';
create policy service_sees_games on cards.games for select to service_role using (true);
comment on policy service_sees_games on cards.games is 'The service sees all games, without the seed.';
create trigger guard_history_delete before delete on cards.games for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on cards.games for each statement execute function core.guard_history();
commit;
