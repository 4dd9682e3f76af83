-- Verify gamekeeper:xp/prizes/prize_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.prize_person(bigint)', '(user_id bigint) returns text');
select pg_temp.has_function_nature('xp.prize_person(bigint)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.prize_person(bigint)', 'nobody');
rollback;
