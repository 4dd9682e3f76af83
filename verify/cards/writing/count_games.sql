-- Verify gamekeeper:cards/writing/count_games on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.count_games(uuid[])', '(game_ids uuid[]) returns void');
select pg_temp.has_function_nature('cards.count_games(uuid[])', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.count_games(uuid[])', 'nobody');
rollback;
