-- Revert gamekeeper:cards/games/game_states from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
drop table cards.game_states;
commit;
