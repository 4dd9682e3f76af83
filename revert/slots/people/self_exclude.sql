-- Revert gamekeeper:slots/people/self_exclude from pg
begin;
set local role gamekeeper;
drop function slots.self_exclude(integer);
commit;
