-- Verify gamekeeper:cards/people/person_players on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.person_players(uuid)', '(person_id uuid) returns SETOF cards.players');
select pg_temp.has_function_nature('cards.person_players(uuid)', 'sql, stable, parallel unsafe');
select pg_temp.has_function_grants('cards.person_players(uuid)', 'nobody');
rollback;
