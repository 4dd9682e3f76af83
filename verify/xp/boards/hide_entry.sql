-- Verify gamekeeper:xp/boards/hide_entry on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.hide_entry(text,bigint,text)', '(season_id text, user_id bigint, reason text) returns xp.xp_hidden_entries');
select pg_temp.has_function_nature('xp.hide_entry(text,bigint,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.hide_entry(text,bigint,text)', 'service_role');
rollback;
