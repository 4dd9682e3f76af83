-- Verify gamekeeper:cards/writing/sync_members on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.sync_members(uuid,cards.table_state)', '(game_id uuid, state cards.table_state) returns void');
select pg_temp.has_function_nature('cards.sync_members(uuid,cards.table_state)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.sync_members(uuid,cards.table_state)', 'nobody');
rollback;
