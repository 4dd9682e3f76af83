-- Revert gamekeeper:slots/play/reseeds from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.reseeds;
commit;
