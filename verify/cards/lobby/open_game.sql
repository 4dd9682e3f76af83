-- Verify gamekeeper:cards/lobby/open_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.open_game(cards.players,jsonb,boolean,timestamp with time zone)', '(player cards.players, config jsonb, is_public boolean, at timestamp with time zone) returns cards.ticket');
select pg_temp.has_function_nature('cards.open_game(cards.players,jsonb,boolean,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.open_game(cards.players,jsonb,boolean,timestamp with time zone)', 'nobody');
rollback;
