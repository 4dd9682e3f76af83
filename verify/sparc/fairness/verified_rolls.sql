-- Verify gamekeeper:sparc/fairness/verified_rolls on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.verified_rolls(uuid,bigint,integer,timestamp with time zone)', '(session_id uuid, after_number bigint, page_size integer, until timestamp with time zone) returns SETOF sparc.roll_verification');
select pg_temp.has_function_nature('sparc.verified_rolls(uuid,bigint,integer,timestamp with time zone)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('sparc.verified_rolls(uuid,bigint,integer,timestamp with time zone)', 'nobody');
rollback;
