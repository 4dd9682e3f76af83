-- Verify gamekeeper:sparc/adventures/rate_adventure on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.rate_adventure(uuid,integer)', '(adventure_id uuid, rating integer) returns sparc.adventure_ratings');
select pg_temp.has_function_nature('sparc.rate_adventure(uuid,integer)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.rate_adventure(uuid,integer)', 'authenticated, service_role');
rollback;
