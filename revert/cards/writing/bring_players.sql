-- Revert gamekeeper:cards/writing/bring_players from pg
begin;
set local role gamekeeper;
drop function cards.bring_players(jsonb);
commit;
