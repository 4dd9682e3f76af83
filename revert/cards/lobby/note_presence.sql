-- Revert gamekeeper:cards/lobby/note_presence from pg
begin;
set local role gamekeeper;
drop function cards.note_presence(cards.game_states, uuid);
commit;
