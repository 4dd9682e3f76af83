-- Verify gamekeeper:slots/checks/is_money on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.is_money(numeric)', '(amount numeric) returns boolean');
select pg_temp.has_function_nature('slots.is_money(numeric)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.is_money(numeric)', 'nobody');
rollback;
