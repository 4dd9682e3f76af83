-- Verify gamekeeper:xp/seasons/show_entry on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.show_entry(text,bigint)', '(season_id text, user_id bigint) returns void');
select pg_temp.has_function_nature('xp.show_entry(text,bigint)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.show_entry(text,bigint)', 'service_role');
rollback;
