-- Revert gamekeeper:cards/settings from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
delete from core.settings where name like 'cards.%';
commit;
