-- Verify gamekeeper:slots/sessions/accepting_states on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.accepting_states(text)', '(action_type text) returns text[]');
select pg_temp.has_function_nature('slots.accepting_states(text)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.accepting_states(text)', 'nobody');
rollback;
