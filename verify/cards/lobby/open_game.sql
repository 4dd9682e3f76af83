-- Verify gamekeeper:cards/lobby/open_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.open_game(uuid,cards.players,jsonb,boolean)', '(game_id uuid, player cards.players, config jsonb, is_public boolean) returns cards.ticket');
select pg_temp.has_function_nature('cards.open_game(uuid,cards.players,jsonb,boolean)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.open_game(uuid,cards.players,jsonb,boolean)', 'nobody');
rollback;
