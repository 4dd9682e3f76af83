-- Verify gamekeeper:cards/players/require_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.require_player()', '() returns cards.players');
select pg_temp.has_function_nature('cards.require_player()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.require_player()', 'nobody');
rollback;
