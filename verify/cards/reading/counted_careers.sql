-- Verify gamekeeper:cards/reading/counted_careers on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.counted_careers(uuid[])', '(owner_ids uuid[]) returns SETOF cards.player_lifetime_stats');
select pg_temp.has_function_nature('cards.counted_careers(uuid[])', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('cards.counted_careers(uuid[])', 'nobody');
rollback;
