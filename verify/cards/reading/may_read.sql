-- Verify gamekeeper:cards/reading/may_read on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('cards.access', 'composite');
select pg_temp.has_column('cards.access', 'player_id', 'uuid');
select pg_temp.has_column('cards.access', 'is_open', 'boolean');
select pg_temp.has_function('cards.may_read(uuid)', '(game_id uuid) returns cards.access');
select pg_temp.has_function_nature('cards.may_read(uuid)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('cards.may_read(uuid)', 'nobody');
rollback;
