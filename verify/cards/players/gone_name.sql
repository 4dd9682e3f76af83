-- Verify gamekeeper:cards/players/gone_name on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.gone_name()', '() returns text');
select pg_temp.has_function_nature('cards.gone_name()', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.gone_name()', 'nobody');
rollback;
