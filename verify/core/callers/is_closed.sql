-- Verify gamekeeper:core/callers/is_closed on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.is_closed(uuid)', '(person_id uuid) returns boolean');
select pg_temp.has_function_nature('core.is_closed(uuid)', 'plpgsql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.is_closed(uuid)', 'nobody');
rollback;
