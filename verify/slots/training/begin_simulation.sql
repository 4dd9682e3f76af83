-- Verify gamekeeper:slots/training/begin_simulation on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.begin_simulation(uuid,numeric,bytea)', '(game_id uuid, fee numeric, server_seed bytea) returns slots.simulation');
select pg_temp.has_function_nature('slots.begin_simulation(uuid,numeric,bytea)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.begin_simulation(uuid,numeric,bytea)', 'nobody');
rollback;
