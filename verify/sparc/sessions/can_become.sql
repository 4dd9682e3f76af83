-- Verify gamekeeper:sparc/sessions/can_become on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.can_become(sparc.session_status,sparc.session_status)', '(from_status sparc.session_status, to_status sparc.session_status) returns boolean');
select pg_temp.has_function_nature('sparc.can_become(sparc.session_status,sparc.session_status)', 'sql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('sparc.can_become(sparc.session_status,sparc.session_status)', 'nobody');
rollback;
