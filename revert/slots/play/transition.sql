-- Revert gamekeeper:slots/play/transition from pg
begin;
set local role gamekeeper;
drop function slots.transition(uuid, text);
commit;
