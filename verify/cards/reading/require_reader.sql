-- Verify gamekeeper:cards/reading/require_reader on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('cards.reader', 'composite');
select pg_temp.has_column('cards.reader', 'player_id', 'uuid');
select pg_temp.has_column('cards.reader', 'status', 'text');
select pg_temp.has_column('cards.reader', 'sees_all', 'boolean');
select pg_temp.has_function('cards.require_reader(uuid)', '(game_id uuid) returns cards.reader');
select pg_temp.has_function_nature('cards.require_reader(uuid)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('cards.require_reader(uuid)', 'nobody');
rollback;
