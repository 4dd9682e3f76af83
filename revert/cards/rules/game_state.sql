-- Revert gamekeeper:cards/rules/game_state from pg
begin;
set local role gamekeeper;
drop type cards.game_state;
commit;
