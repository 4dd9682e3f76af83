-- Revert gamekeeper:cards/rules/is_player_id from pg
begin;
set local role gamekeeper;
drop function cards.is_player_id(jsonb);
commit;
