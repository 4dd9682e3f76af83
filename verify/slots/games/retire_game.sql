-- Verify gamekeeper:slots/games/retire_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.retire_game(uuid,text)', '(game_id uuid, reason text) returns slots.games');
select pg_temp.has_function_nature('slots.retire_game(uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.retire_game(uuid,text)', 'authenticated, service_role');
rollback;
