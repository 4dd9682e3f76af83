-- Verify gamekeeper:sparc/dice/judge_roll on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.judge_roll(integer[],integer,integer)', '(results integer[], modified_total integer, difficulty integer) returns sparc.roll_outcome');
select pg_temp.has_function_nature('sparc.judge_roll(integer[],integer,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('sparc.judge_roll(integer[],integer,integer)', 'authenticated, service_role');
rollback;
