-- Verify gamekeeper:slots/play/result_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.result_of(slots.gameplay_events)', '(event slots.gameplay_events) returns slots.act_result');
select pg_temp.has_function_nature('slots.result_of(slots.gameplay_events)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.result_of(slots.gameplay_events)', 'nobody');
rollback;
