-- Verify gamekeeper:xp/users/anchor_zone on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.anchor_zone(xp.policy_terms,text)', '(terms xp.policy_terms, reward_tz text) returns text');
select pg_temp.has_function_nature('xp.anchor_zone(xp.policy_terms,text)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('xp.anchor_zone(xp.policy_terms,text)', 'nobody');
rollback;
