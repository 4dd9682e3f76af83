-- Verify gamekeeper:core/chance/is_settled on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.is_settled(xid8)', '(decided_in xid8) returns boolean');
select pg_temp.has_function_nature('core.is_settled(xid8)', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.is_settled(xid8)', 'nobody');
rollback;
