-- Verify gamekeeper:xp/days/instant_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.instant_of(text)', '(iso text) returns timestamp with time zone');
select pg_temp.has_function_nature('xp.instant_of(text)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('xp.instant_of(text)', 'nobody');
rollback;
