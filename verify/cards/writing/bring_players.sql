-- Verify gamekeeper:cards/writing/bring_players on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.bring_players(jsonb)', '(events jsonb) returns void');
select pg_temp.has_function_nature('cards.bring_players(jsonb)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.bring_players(jsonb)', 'nobody');
rollback;
