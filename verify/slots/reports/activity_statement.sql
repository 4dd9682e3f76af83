-- Verify gamekeeper:slots/reports/activity_statement on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.activity_statement(date,date)', '(from_date date, to_date date) returns TABLE(currency text, opening_balance numeric, deposited numeric, credited numeric, withdrawn numeric, staked numeric, fees numeric, returned numeric, merged numeric, reversed numeric, closing_balance numeric)');
select pg_temp.has_function_nature('slots.activity_statement(date,date)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.activity_statement(date,date)', 'authenticated, service_role');
rollback;
