-- Revert gamekeeper:slots/play/reseed_all from pg
begin;
set local role gamekeeper;
drop procedure slots.reseed_all(text);
commit;
