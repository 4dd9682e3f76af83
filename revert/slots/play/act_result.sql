-- Revert gamekeeper:slots/play/act_result from pg
begin;
set local role gamekeeper;
drop type slots.act_result;
commit;
