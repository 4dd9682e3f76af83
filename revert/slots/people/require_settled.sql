-- Revert gamekeeper:slots/people/require_settled from pg
begin;
set local role gamekeeper;
drop function slots.require_settled(uuid);
commit;
