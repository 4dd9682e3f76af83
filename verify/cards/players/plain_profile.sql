-- Verify gamekeeper:cards/players/plain_profile on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.plain_profile(text)', '(user_id text) returns TABLE(player_id uuid, display_name text, avatar_seed text, color text)');
select pg_temp.has_function_nature('cards.plain_profile(text)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.plain_profile(text)', 'nobody');
rollback;
