-- Verify gamekeeper:cards/writing/summarize on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.summarize(uuid,cards.table_state,boolean,uuid[],timestamp with time zone)', '(game_id uuid, state cards.table_state, is_public boolean, member_ids uuid[], at timestamp with time zone) returns cards.game_summaries');
select pg_temp.has_function_nature('cards.summarize(uuid,cards.table_state,boolean,uuid[],timestamp with time zone)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.summarize(uuid,cards.table_state,boolean,uuid[],timestamp with time zone)', 'nobody');
rollback;
