-- Verify gamekeeper:slots/learning/observation on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.observation(slots.game_state,numeric,numeric,bigint)', '(state slots.game_state, balance numeric, pending_bet numeric, spins bigint) returns jsonb');
select pg_temp.has_function_nature('slots.observation(slots.game_state,numeric,numeric,bigint)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('slots.observation(slots.game_state,numeric,numeric,bigint)', 'nobody');
rollback;
