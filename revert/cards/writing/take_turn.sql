-- Revert gamekeeper:cards/writing/take_turn from pg
begin;
set local search_path = pg_temp;
set local role gamekeeper;
drop function cards.take_turn(cards.game_states, text);
commit;
