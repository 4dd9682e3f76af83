-- Verify gamekeeper:slots/limits/strictest_limits on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.strictest_limits(uuid,text,text)', '(owner_id uuid, currency text, kind text) returns numeric[]');
select pg_temp.has_function_nature('slots.strictest_limits(uuid,text,text)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('slots.strictest_limits(uuid,text,text)', 'nobody');
rollback;
