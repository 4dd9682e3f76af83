-- Deploy gamekeeper:slots/reports/game_rollups to pg
-- requires: slots/games/games
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.game_rollups (
  game_id uuid primary key references slots.games,
  spins bigint not null default 0,
  multipliers numeric not null default 0,
  multipliers_squared numeric not null default 0,
  digest text not null default 'cbf29ce484222325',
  pending_bets bigint not null default 0,
  rolled_up_at timestamptz not null
);
comment on table slots.game_rollups is 'Sums over the recorded spins of each game, kept by slots.upkeep_reports and read by slots.fingerprint. Not granted to clients.';
comment on column slots.game_rollups.game_id is 'The game.';
comment on column slots.game_rollups.spins is 'Number of spins in the sums.';
comment on column slots.game_rollups.multipliers is 'Sum of their multipliers.';
comment on column slots.game_rollups.multipliers_squared is 'Sum of the squares of their multipliers.';
comment on column slots.game_rollups.digest is 'FNV-1a 64 of all symbols shown, joined by commas, in the order in which upkeep added them up. [none]';
comment on column slots.game_rollups.pending_bets is 'Bets that waited for their spin at rolled_up_at.';
comment on column slots.game_rollups.rolled_up_at is 'When upkeep last added up this game.';
alter table slots.game_rollups enable row level security;
commit;
