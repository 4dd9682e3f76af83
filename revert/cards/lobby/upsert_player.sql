-- Revert gamekeeper:cards/lobby/upsert_player from pg
begin;
set local role gamekeeper;
drop function cards.upsert_player(text, text, text);
commit;
