-- Verify gamekeeper:cards/lobby/add_bots on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.add_bots(uuid,timestamp with time zone)', '(game_id uuid, at timestamp with time zone) returns void');
select pg_temp.has_function_nature('cards.add_bots(uuid,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.add_bots(uuid,timestamp with time zone)', 'nobody');
rollback;
