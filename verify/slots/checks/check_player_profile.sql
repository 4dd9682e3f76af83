-- Verify gamekeeper:slots/checks/check_player_profile on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_player_profile(jsonb)', '(player_profile jsonb) returns void');
select pg_temp.has_function_nature('slots.check_player_profile(jsonb)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.check_player_profile(jsonb)', 'nobody');
rollback;
