-- Verify gamekeeper:cards/players/profile_document on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.profile_document(cards.players)', '(player cards.players) returns jsonb');
select pg_temp.has_function_nature('cards.profile_document(cards.players)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.profile_document(cards.players)', 'nobody');
rollback;
