-- Verify gamekeeper:cards/players/ensure_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.ensure_player()', '() returns cards.players');
select pg_temp.has_function_nature('cards.ensure_player()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.ensure_player()', 'nobody');
rollback;
