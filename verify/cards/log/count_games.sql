-- Verify gamekeeper:cards/log/count_games on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.count_games(uuid[],timestamp with time zone)', '(game_ids uuid[], at timestamp with time zone) returns void');
select pg_temp.has_function_nature('cards.count_games(uuid[],timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.count_games(uuid[],timestamp with time zone)', 'nobody');
rollback;
