-- Verify gamekeeper:slots/limits/require_within on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.require_within(text,numeric[],numeric[],numeric,text)', '(kind text, limits numeric[], sums numeric[], asked numeric, part text DEFAULT NULL::text) returns void');
select pg_temp.has_function_nature('slots.require_within(text,numeric[],numeric[],numeric,text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.require_within(text,numeric[],numeric[],numeric,text)', 'nobody');
rollback;
