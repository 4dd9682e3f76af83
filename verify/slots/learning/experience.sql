-- Verify gamekeeper:slots/learning/experience on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.experience', 'composite');
select pg_temp.has_column('slots.experience', 'obs', 'jsonb');
select pg_temp.has_column('slots.experience', 'action', 'jsonb');
select pg_temp.has_column('slots.experience', 'reward', 'double precision');
select pg_temp.has_column('slots.experience', 'next_obs', 'jsonb');
select pg_temp.has_column('slots.experience', 'terminated', 'boolean');
select pg_temp.has_column('slots.experience', 'truncated', 'boolean');
select pg_temp.has_column('slots.experience', 'info', 'jsonb');
rollback;
