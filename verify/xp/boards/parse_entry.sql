-- Verify gamekeeper:xp/boards/parse_entry on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.parse_entry(jsonb)', '(entry jsonb) returns xp.board_entry');
select pg_temp.has_function_nature('xp.parse_entry(jsonb)', 'plpgsql, immutable, parallel unsafe');
select pg_temp.has_function_grants('xp.parse_entry(jsonb)', 'nobody');
rollback;
