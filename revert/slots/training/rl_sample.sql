-- Revert gamekeeper:slots/training/rl_sample from pg
begin;
set local role gamekeeper;
drop function slots.rl_sample(integer, bigint, text, uuid, timestamptz, text, integer, double precision, double precision, double precision, integer);
commit;
