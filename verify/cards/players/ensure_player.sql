-- Verify gamekeeper:cards/players/ensure_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.ensure_player(integer)', '(slot integer) returns cards.players');
select pg_temp.has_function_nature('cards.ensure_player(integer)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.ensure_player(integer)', 'nobody');
rollback;
