-- Deploy gamekeeper:slots/games/games to pg
-- requires: core/keys/now_utc core/keys/uuid_v7 core/records/guard_history core/records/audit slots/schema core/shards/guard_definitions core/shards/definitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A definition never changes once it stands, because recorded spins are verified against it; the name may.
create table slots.games (
  game_id uuid primary key default core.uuid_v7(),
  name text not null constraint games_name_length check (length(name) between 1 and 200),
  rng_signature jsonb not null,
  symbol_map jsonb not null,
  statistical_profile jsonb not null,
  bet_step numeric(20, 4) not null,
  min_bet numeric(20, 4) not null,
  max_bet numeric(20, 4),
  cost_rate jsonb not null default '{}',
  created_at timestamptz not null default core.now_utc(),
  deleted_at timestamptz,
  retired_reason text,
  constraint games_bets check (bet_step > 0 and min_bet > 0 and min_bet % bet_step = 0 and max_bet >= min_bet),
  constraint games_retired check (
    (deleted_at is null) = (retired_reason is null) and (retired_reason is null or length(retired_reason) between 1 and 200)
  )
);
comment on table slots.games is 'A game definition and what it implies. Public while it is offered: whoever plays may check it. Changes are audited.';
comment on column slots.games.game_id is 'Time-ordered id.';
comment on column slots.games.name is 'Name for people, 1 to 200 characters. [none]';
comment on column slots.games.rng_signature is '{"algorithm": "hmac-sha256", "reels": [[symbol, ...], ...]}: the strips, leftmost reel first; repeats give weight. [none]';
comment on column slots.games.symbol_map is '{symbol: {"wild": boolean, "payouts": {length of run: stakes}}}. [none]';
comment on column slots.games.statistical_profile is 'rtp, volatility, hitFrequency, maxMultiplier, counted exactly from the definition (slots.game_profile). [none]';
comment on column slots.games.bet_step is 'Bets are multiples of it, so that every payout is exact at four decimals (slots.bet_step).';
comment on column slots.games.min_bet is 'Lowest bet, a multiple of bet_step.';
comment on column slots.games.max_bet is 'Highest bet; null where only player profiles and limits bound it.';
comment on column slots.games.cost_rate is '{"perSpinFee": n, "perQueryFee": n}: the greater of it and the wallet''s is charged; missing is 0. [none]';
comment on column slots.games.created_at is 'Instant of creation.';
comment on column slots.games.deleted_at is 'When slots.retire_game withdrew the game, from which on clients do not see it; null while it is offered.';
comment on column slots.games.retired_reason is 'Why it was withdrawn, in the words of whoever called; nothing about a person. Null while it is offered. [none]';
alter table slots.games enable row level security;
grant select on slots.games to anon, authenticated, service_role;
create policy readable_by_all on slots.games for select to anon, authenticated using (deleted_at is null);
comment on policy readable_by_all on slots.games is 'Definitions and odds of what is offered are public, so that anyone can verify a spin.';
create policy service_reads on slots.games for select to service_role using (true);
comment on policy service_reads on slots.games is 'The service sees withdrawn games too.';
create trigger guard_history_update before update on slots.games
for each row when (
  (old.game_id, old.rng_signature, old.symbol_map, old.statistical_profile, old.bet_step, old.min_bet, old.max_bet, old.cost_rate)
  is distinct from
  (new.game_id, new.rng_signature, new.symbol_map, new.statistical_profile, new.bet_step, new.min_bet, new.max_bet, new.cost_rate)
)
execute function core.guard_history();
create trigger audit after insert or update or delete on slots.games for each row execute function core.audit();
create trigger guard_definitions before insert or update or delete on slots.games for each statement execute function core.guard_definitions();
insert into core.definitions (table_name) values ('slots.games');
commit;
