-- Deploy gamekeeper:slots/reports/game_returns to pg
-- requires: slots/games/games
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.game_returns (
  game_id uuid not null references slots.games,
  currency text not null,
  spins bigint not null,
  stakes numeric not null,
  stakes_squared numeric not null,
  payouts numeric not null,
  payouts_squared numeric not null,
  stakes_by_payouts numeric not null,
  constraint game_returns_pkey primary key (game_id, currency)
);
comment on table slots.game_returns is 'Sums over the money of the recorded spins of each game, by currency, kept with slots.game_rollups. Not granted to clients.';
comment on column slots.game_returns.game_id is 'The game.';
comment on column slots.game_returns.currency is 'ISO 4217 code; XXX, no currency, for sessions without a wallet. [none]';
comment on column slots.game_returns.spins is 'Number of spins in the sums.';
comment on column slots.game_returns.stakes is 'Sum of their stakes.';
comment on column slots.game_returns.stakes_squared is 'Sum of the squares of their stakes.';
comment on column slots.game_returns.payouts is 'Sum of their payouts.';
comment on column slots.game_returns.payouts_squared is 'Sum of the squares of their payouts.';
comment on column slots.game_returns.stakes_by_payouts is 'Sum of stake times payout.';
alter table slots.game_returns enable row level security;
commit;
