-- Revert gamekeeper:cards/players/ensure_player from pg
begin;
set local role gamekeeper;
drop function cards.ensure_player(integer);
commit;
