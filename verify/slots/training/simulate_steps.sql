-- Verify gamekeeper:slots/training/simulate_steps on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.simulate_steps(uuid,text[],bigint[],numeric[],text[],numeric[],numeric[],numeric,bytea)', '(game_id uuid, seeds text[], steps bigint[], pending_bets numeric[], actions text[], amounts numeric[], balances numeric[] DEFAULT NULL::numeric[], fee numeric DEFAULT 0, server_seed bytea DEFAULT NULL::bytea) returns TABLE(reward double precision, balance_change double precision, pending_bet double precision, spins bigint, terminated boolean, problem text)');
select pg_temp.has_function_nature('slots.simulate_steps(uuid,text[],bigint[],numeric[],text[],numeric[],numeric[],numeric,bytea)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.simulate_steps(uuid,text[],bigint[],numeric[],text[],numeric[],numeric[],numeric,bytea)', 'service_role');
rollback;
