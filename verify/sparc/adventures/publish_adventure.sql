-- Verify gamekeeper:sparc/adventures/publish_adventure on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.publish_adventure(uuid)', '(adventure_id uuid) returns sparc.adventures');
select pg_temp.has_function_nature('sparc.publish_adventure(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.publish_adventure(uuid)', 'authenticated, service_role');
rollback;
