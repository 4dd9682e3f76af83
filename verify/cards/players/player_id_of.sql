-- Verify gamekeeper:cards/players/player_id_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.player_id_of(text)', '(user_id text) returns uuid');
select pg_temp.has_function_nature('cards.player_id_of(text)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.player_id_of(text)', 'nobody');
rollback;
