-- Revert gamekeeper:cards/play/continue_game from pg
begin;
set local role gamekeeper;
drop function cards.continue_game(uuid);
commit;
