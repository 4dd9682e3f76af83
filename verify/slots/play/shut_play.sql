-- Verify gamekeeper:slots/play/shut_play on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.shut_play(text)', '(reason text) returns void');
select pg_temp.has_function_nature('slots.shut_play(text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.shut_play(text)', 'service_role');
rollback;
