-- Revert gamekeeper:xp/policies/bounded_number from pg
begin;
set local role gamekeeper;
drop function xp.bounded_number(jsonb, numeric, numeric);
commit;
