-- Verify gamekeeper:slots/reports/house_share on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.house_share(slots.sessions)', '(session slots.sessions) returns numeric');
select pg_temp.has_function_nature('slots.house_share(slots.sessions)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.house_share(slots.sessions)', 'nobody');
rollback;
