-- Verify gamekeeper:slots/learning/observation on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.observation(boolean,numeric,numeric,bigint)', '(is_over boolean, balance_change numeric, pending_bet numeric, spins bigint) returns jsonb');
select pg_temp.has_function_nature('slots.observation(boolean,numeric,numeric,bigint)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.observation(boolean,numeric,numeric,bigint)', 'nobody');
rollback;
