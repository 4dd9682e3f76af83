-- Verify gamekeeper:cards/reading/list_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.list_events(uuid,integer,integer)', '(game_id uuid, after_index integer DEFAULT ''-1''::integer, page_size integer DEFAULT 100) returns SETOF cards.event_record');
select pg_temp.has_function_nature('cards.list_events(uuid,integer,integer)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.list_events(uuid,integer,integer)', 'authenticated, service_role');
rollback;
