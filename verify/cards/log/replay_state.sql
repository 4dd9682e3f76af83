-- Verify gamekeeper:cards/log/replay_state on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.replay_state(uuid,integer)', '(game_id uuid, upto_index integer) returns cards.table_state');
select pg_temp.has_function_nature('cards.replay_state(uuid,integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('cards.replay_state(uuid,integer)', 'nobody');
rollback;
