-- Verify gamekeeper:cards/players/open_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.open_player(text)', '(user_id text) returns cards.players');
select pg_temp.has_function_nature('cards.open_player(text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.open_player(text)', 'nobody');
rollback;
