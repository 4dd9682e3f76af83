-- Deploy gamekeeper:slots/reports/house_accounts to pg
-- requires: slots/games/games
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Written by upkeep alone, when it closes sessions: no bet waits for another bet on the same game.
create table slots.house_accounts (
  game_id uuid not null references slots.games,
  currency text not null,
  balance numeric not null,
  constraint house_accounts_pkey primary key (game_id, currency)
);
comment on table slots.house_accounts is
  'What closed sessions left to the house, for each game and currency; slots.house_balances() adds what is still open. Not granted to clients.';
comment on column slots.house_accounts.game_id is 'The game.';
comment on column slots.house_accounts.currency is 'ISO 4217 code. [none]';
comment on column slots.house_accounts.balance is 'Stakes and fees less payouts of sessions that are closed (is_closed); below zero where players won. Reversals are not in it.';
alter table slots.house_accounts enable row level security;
commit;
