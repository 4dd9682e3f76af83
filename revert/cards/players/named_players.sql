-- Revert gamekeeper:cards/players/named_players from pg
begin;
set local role gamekeeper;
drop function cards.named_players(jsonb);
commit;
