-- Verify gamekeeper:cards/games/lobby_slot on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.lobby_slot()', '() returns integer');
select pg_temp.has_function_nature('cards.lobby_slot()', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.lobby_slot()', 'nobody');
rollback;
