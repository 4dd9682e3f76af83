-- Verify gamekeeper:cards/reading/gauges on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.gauges()', '() returns TABLE(games_in_lobby bigint, games_in_progress bigint, turns_overdue bigint, oldest_overdue_turn_seconds double precision)');
select pg_temp.has_function_nature('cards.gauges()', 'sql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('cards.gauges()', 'service_role');
rollback;
