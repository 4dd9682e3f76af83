-- Revert gamekeeper:cards/play/void_game from pg
begin;
set local role gamekeeper;
drop function cards.void_game(uuid, text);
commit;
