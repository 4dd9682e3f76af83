-- Verify gamekeeper:xp/claims/boundary_after on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.boundary_after(xp.xp_users,xp.xp_rules,xp.xp_awards,timestamp with time zone)', '(account xp.xp_users, rule xp.xp_rules, award xp.xp_awards, at timestamp with time zone) returns timestamp with time zone');
select pg_temp.has_function_nature('xp.boundary_after(xp.xp_users,xp.xp_rules,xp.xp_awards,timestamp with time zone)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.boundary_after(xp.xp_users,xp.xp_rules,xp.xp_awards,timestamp with time zone)', 'nobody');
rollback;
