-- Verify gamekeeper:slots/limits/open_account on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.open_account(uuid,text)', '(owner_id uuid, currency text) returns void');
select pg_temp.has_function_nature('slots.open_account(uuid,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.open_account(uuid,text)', 'nobody');
rollback;
