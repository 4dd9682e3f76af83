-- Verify gamekeeper:slots/games/spin_document on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.spin_document(slots.spin,numeric)', '(spin slots.spin, payout numeric) returns jsonb');
select pg_temp.has_function_nature('slots.spin_document(slots.spin,numeric)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('slots.spin_document(slots.spin,numeric)', 'nobody');
rollback;
