-- Verify gamekeeper:slots/training/simulate_steps on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.simulate_steps(uuid,bigint[],bigint[],numeric[],text[],numeric[])', '(game_id uuid, seeds bigint[], steps bigint[], pending_bets numeric[], actions text[], amounts numeric[]) returns TABLE(reward double precision, balance_change double precision, pending_bet double precision, spins bigint, terminated boolean, problem text)');
select pg_temp.has_function_nature('slots.simulate_steps(uuid,bigint[],bigint[],numeric[],text[],numeric[])', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.simulate_steps(uuid,bigint[],bigint[],numeric[],text[],numeric[])', 'service_role');
rollback;
