-- Revert gamekeeper:slots/learning/infer from pg
begin;
set local role gamekeeper;
drop function slots.infer(jsonb, double precision, bigint);
commit;
