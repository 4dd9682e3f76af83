-- Verify gamekeeper:cards/writing/count_result on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.count_result(cards.game_players,uuid,timestamp with time zone)', '(result cards.game_players, owner_id uuid, at timestamp with time zone) returns integer');
select pg_temp.has_function_nature('cards.count_result(cards.game_players,uuid,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.count_result(cards.game_players,uuid,timestamp with time zone)', 'nobody');
rollback;
