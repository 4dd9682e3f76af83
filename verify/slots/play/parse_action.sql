-- Verify gamekeeper:slots/play/parse_action on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.parse_action(jsonb)', '(action jsonb) returns slots.player_action');
select pg_temp.has_function_nature('slots.parse_action(jsonb)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.parse_action(jsonb)', 'nobody');
rollback;
