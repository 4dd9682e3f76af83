-- Verify gamekeeper:cards/reading/named_result on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.named_result(uuid)', '(game_id uuid) returns jsonb');
select pg_temp.has_function_nature('cards.named_result(uuid)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('cards.named_result(uuid)', 'nobody');
rollback;
