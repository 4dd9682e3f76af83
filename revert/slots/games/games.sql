-- Revert gamekeeper:slots/games/games from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
delete from core.definitions where table_name = 'slots.games';
drop table slots.games;
commit;
