-- Revert gamekeeper:slots/limits/with_act from pg
begin;
set local role gamekeeper;
drop function slots.with_act(slots.accounts, timestamptz, boolean, text);
commit;
