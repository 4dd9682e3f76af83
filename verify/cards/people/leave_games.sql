-- Verify gamekeeper:cards/people/leave_games on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.leave_games(uuid)', '(player_id uuid) returns void');
select pg_temp.has_function_nature('cards.leave_games(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.leave_games(uuid)', 'nobody');
rollback;
