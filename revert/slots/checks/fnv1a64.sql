-- Revert gamekeeper:slots/checks/fnv1a64 from pg
begin;
set local role gamekeeper;
drop function slots.fnv1a64(bytea, text);
commit;
