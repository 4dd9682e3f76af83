-- Revert gamekeeper:slots/play/reseed_batch from pg
begin;
set local role gamekeeper;
drop function slots.reseed_batch(integer);
commit;
