-- Verify gamekeeper:core/people/person_ids on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.person_ids(uuid)', '(person_id uuid) returns uuid[]');
select pg_temp.has_function_nature('core.person_ids(uuid)', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.person_ids(uuid)', 'nobody');
rollback;
