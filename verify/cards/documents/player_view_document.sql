-- Verify gamekeeper:cards/documents/player_view_document on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.player_view_document(cards.table_state,text[],integer,integer)', '(state cards.table_state, names text[], seat integer, coming_back integer) returns jsonb');
select pg_temp.has_function_nature('cards.player_view_document(cards.table_state,text[],integer,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.player_view_document(cards.table_state,text[],integer,integer)', 'nobody');
rollback;
