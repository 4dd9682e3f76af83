-- Verify gamekeeper:xp/users/user_numbers on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.user_numbers', 'sequence');
select pg_temp.has_relation_grants('xp.user_numbers', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.user_numbers', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.user_numbers', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('xp.user_numbers', 'service_role', 'nothing');
rollback;
