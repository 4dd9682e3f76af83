-- Verify gamekeeper:xp/claims/is_sent_together on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.is_sent_together(xp.xp_awards,timestamp with time zone)', '(award xp.xp_awards, at timestamp with time zone) returns boolean');
select pg_temp.has_function_nature('xp.is_sent_together(xp.xp_awards,timestamp with time zone)', 'plpgsql, stable, parallel restricted');
select pg_temp.has_function_grants('xp.is_sent_together(xp.xp_awards,timestamp with time zone)', 'nobody');
rollback;
