-- Revert gamekeeper:cards/players/require_player from pg
begin;
set local role gamekeeper;
drop function cards.require_player();
commit;
