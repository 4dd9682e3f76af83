-- Verify gamekeeper:xp/boards/settled_span on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.settled_span(text,regclass,bigint)', '(task text, numbers regclass, most bigint) returns TABLE(above bigint, up_to bigint)');
select pg_temp.has_function_nature('xp.settled_span(text,regclass,bigint)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.settled_span(text,regclass,bigint)', 'nobody');
rollback;
