-- Verify gamekeeper:slots/learning/parse_rl_cursor on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.parse_rl_cursor(jsonb)', '(after jsonb, OUT session_id uuid, OUT event_index bigint) returns record');
select pg_temp.has_function_nature('slots.parse_rl_cursor(jsonb)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.parse_rl_cursor(jsonb)', 'nobody');
rollback;
