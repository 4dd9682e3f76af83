-- Deploy gamekeeper:slots/reports/symbol_rollups to pg
-- requires: slots/games/games
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.symbol_rollups (
  game_id uuid not null references slots.games,
  reel integer not null,
  symbol text not null,
  times bigint not null,
  constraint symbol_rollups_pkey primary key (game_id, reel, symbol)
);
comment on table slots.symbol_rollups is 'How often each reel of a game showed each symbol, kept with slots.game_rollups. Not granted to clients.';
comment on column slots.symbol_rollups.game_id is 'The game.';
comment on column slots.symbol_rollups.reel is 'The reel, from 1, leftmost first.';
comment on column slots.symbol_rollups.symbol is 'The symbol. [none]';
comment on column slots.symbol_rollups.times is 'How often it was shown.';
alter table slots.symbol_rollups enable row level security;
commit;
