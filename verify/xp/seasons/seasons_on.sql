-- Verify gamekeeper:xp/seasons/seasons_on on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.seasons_on(date)', '(day date) returns TABLE(main_id text, side_ids text[])');
select pg_temp.has_function_nature('xp.seasons_on(date)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('xp.seasons_on(date)', 'nobody');
rollback;
