-- Verify gamekeeper:slots/games/bet_refusal on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.bet_refusal(numeric,numeric,numeric,numeric)', '(stake numeric, min_bet numeric, bet_step numeric, max_bet numeric) returns text');
select pg_temp.has_function_nature('slots.bet_refusal(numeric,numeric,numeric,numeric)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.bet_refusal(numeric,numeric,numeric,numeric)', 'nobody');
rollback;
