-- Verify gamekeeper:cards/lobby/limit_rooms on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.limit_rooms(uuid)', '(player_id uuid) returns void');
select pg_temp.has_function_nature('cards.limit_rooms(uuid)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('cards.limit_rooms(uuid)', 'nobody');
rollback;
