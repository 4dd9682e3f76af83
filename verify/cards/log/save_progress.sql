-- Verify gamekeeper:cards/log/save_progress on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.save_progress(uuid,cards.table_state,cards.progress,timestamp with time zone,boolean,boolean)', '(game_id uuid, before cards.table_state, progress cards.progress, at timestamp with time zone, is_public boolean DEFAULT false, is_counted boolean DEFAULT true) returns void');
select pg_temp.has_function_nature('cards.save_progress(uuid,cards.table_state,cards.progress,timestamp with time zone,boolean,boolean)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.save_progress(uuid,cards.table_state,cards.progress,timestamp with time zone,boolean,boolean)', 'nobody');
rollback;
