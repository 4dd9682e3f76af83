-- Verify gamekeeper:slots/play/require_open on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.require_open(uuid,text)', '(game_id uuid, part text) returns void');
select pg_temp.has_function_nature('slots.require_open(uuid,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.require_open(uuid,text)', 'nobody');
rollback;
