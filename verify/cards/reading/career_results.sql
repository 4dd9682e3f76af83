-- Verify gamekeeper:cards/reading/career_results on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.career_results(uuid[])', '(owner_ids uuid[]) returns TABLE(owner_id uuid, player_id uuid, game_id uuid, score integer, tricks_won integer, is_winner boolean, is_rated boolean, career_index integer, completed_at timestamp with time zone)');
select pg_temp.has_function_nature('cards.career_results(uuid[])', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('cards.career_results(uuid[])', 'nobody');
rollback;
