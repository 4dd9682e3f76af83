-- Deploy gamekeeper:cards/games/game_snapshots to pg
-- requires: cards/games/games cards/rules/table_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One row a game, not one a round: states of the same game are so alike that ten of them in one array
-- compress to a sixth.
create table cards.game_snapshots (
  game_id uuid primary key references cards.games (id),
  states cards.table_state[] not null
);
comment on table cards.game_snapshots is
  'States after each round_started, so that the state at any index folds at most one round. Derived from the log and '
  'checked by verify_game. Granted to no client: it holds the seed.';
comment on column cards.game_snapshots.game_id is 'The game.';
comment on column cards.game_snapshots.states is 'One state a round, in order; next_index - 1 of each is the index of its round_started.';
alter table cards.game_snapshots enable row level security;
commit;
