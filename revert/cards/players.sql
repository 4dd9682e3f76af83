-- Revert gamekeeper:cards/players from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
drop table cards.players;
commit;
