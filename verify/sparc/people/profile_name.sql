-- Verify gamekeeper:sparc/people/profile_name on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.profile_name(jsonb,text)', '(metadata jsonb, email text) returns text');
select pg_temp.has_function_nature('sparc.profile_name(jsonb,text)', 'sql, immutable, parallel safe, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.profile_name(jsonb,text)', 'nobody');
rollback;
