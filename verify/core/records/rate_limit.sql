-- Verify gamekeeper:core/records/rate_limit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.rate_limit(text,integer,interval,timestamp with time zone)', '(subject text, max_calls integer, period interval, at timestamp with time zone) returns void');
select pg_temp.has_function_nature('core.rate_limit(text,integer,interval,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.rate_limit(text,integer,interval,timestamp with time zone)', 'nobody');
rollback;
