-- Deploy gamekeeper:slots/sessions/accepting_states to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.accepting_states(action_type text)
returns text[]
language sql
immutable
parallel safe
return case
  when accepting_states.action_type = 'CashOut' then array['Playing', 'Evaluating']
  else array['Initialized', 'Probing', 'Playing', 'Evaluating']
end;
comment on function slots.accepting_states(text) is 'The states of a session in which an action of this type can be taken. Pure. [helper]';
revoke all on function slots.accepting_states(text) from public;
commit;
