-- Revert gamekeeper:slots/limits/count_act from pg
begin;
set local role gamekeeper;
drop function slots.count_act(uuid, text, timestamptz, text, boolean);
commit;
