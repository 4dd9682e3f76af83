-- Verify gamekeeper:xp/days/same_clock on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.same_clock(text,text)', '(zone text, other_zone text) returns boolean');
select pg_temp.has_function_nature('xp.same_clock(text,text)', 'sql, stable, parallel safe, search_path=pg_temp');
select pg_temp.has_function_grants('xp.same_clock(text,text)', 'nobody');
rollback;
