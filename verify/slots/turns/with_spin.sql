-- Verify gamekeeper:slots/turns/with_spin on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.with_spin(slots.sessions,numeric,numeric,numeric,numeric,numeric,numeric,xid8,bigint,timestamp with time zone)', '(session slots.sessions, stake numeric, fee numeric, payout numeric, reward numeric, next_stake numeric, next_fee numeric, decided_in xid8, nonce bigint, at timestamp with time zone) returns slots.sessions');
select pg_temp.has_function_nature('slots.with_spin(slots.sessions,numeric,numeric,numeric,numeric,numeric,numeric,xid8,bigint,timestamp with time zone)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('slots.with_spin(slots.sessions,numeric,numeric,numeric,numeric,numeric,numeric,xid8,bigint,timestamp with time zone)', 'nobody');
rollback;
