-- Verify gamekeeper:xp/days/reward_day on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.reward_day', 'composite');
select pg_temp.has_column('xp.reward_day', 'day', 'date');
select pg_temp.has_column('xp.reward_day', 'opens_at', 'timestamp with time zone');
select pg_temp.has_column('xp.reward_day', 'next_boundary', 'timestamp with time zone');
rollback;
