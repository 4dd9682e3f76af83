-- Deploy gamekeeper:cards/games/game_states to pg
-- requires: cards/games/games cards/rules/table_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One row per game that is not completed; every command locks it first. No index but the key and half
-- of each page free, so that each update stays HOT.
-- Functions that clients call read it into variables, and Postgres prints a variable's value in the plan of a
-- statement when the caller has plans printed (debug_print_plan). So each of them sets client_min_messages: nothing
-- below a warning reaches the caller while it runs.
create table cards.game_states (
  game_id uuid primary key references cards.games (id),
  turn_deadline timestamptz,
  state cards.table_state not null
) with (fillfactor = 50);
comment on table cards.game_states is
  'Live state of each game that is not completed: what a fold of its log gives, kept so that no command has to. Granted to no client: it holds the seed and the hands.';
comment on column cards.game_states.game_id is 'The game, which is not completed.';
comment on column cards.game_states.turn_deadline is 'When the fallback move of the seat in turn is due; says nothing while (state).turn is null.';
comment on column cards.game_states.state is 'State after the latest event.';
alter table cards.game_states enable row level security;
commit;
