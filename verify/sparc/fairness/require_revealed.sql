-- Verify gamekeeper:sparc/fairness/require_revealed on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.require_revealed(uuid)', '(session_id uuid) returns void');
select pg_temp.has_function_nature('sparc.require_revealed(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.require_revealed(uuid)', 'nobody');
rollback;
