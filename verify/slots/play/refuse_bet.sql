-- Verify gamekeeper:slots/play/refuse_bet on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.refuse_bet(text,numeric,numeric,numeric,numeric,text)', '(problem text, stake numeric, min_bet numeric, bet_step numeric, max_bet numeric, part text) returns void');
select pg_temp.has_function_nature('slots.refuse_bet(text,numeric,numeric,numeric,numeric,text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.refuse_bet(text,numeric,numeric,numeric,numeric,text)', 'nobody');
rollback;
