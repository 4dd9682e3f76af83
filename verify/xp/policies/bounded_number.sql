-- Verify gamekeeper:xp/policies/bounded_number on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.bounded_number(jsonb,numeric,numeric)', '(value jsonb, low numeric, high numeric) returns numeric');
select pg_temp.has_function_nature('xp.bounded_number(jsonb,numeric,numeric)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('xp.bounded_number(jsonb,numeric,numeric)', 'nobody');
rollback;
