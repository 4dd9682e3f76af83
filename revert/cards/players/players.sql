-- Revert gamekeeper:cards/players/players from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
drop table cards.players;
commit;
