-- Verify gamekeeper:cards/games/left_at on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.left_at(uuid,uuid)', '(game_id uuid, player_id uuid) returns integer');
select pg_temp.has_function_nature('cards.left_at(uuid,uuid)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.left_at(uuid,uuid)', 'nobody');
rollback;
