-- Deploy gamekeeper:slots/sessions/can_transition to pg
-- requires: slots/sessions/game_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The state machine, written once: the table's trigger and the commands ask it.
create function slots.can_transition(from_state slots.game_state, to_state slots.game_state)
returns boolean
language sql
immutable
parallel safe
return case can_transition.from_state
  when 'Idle' then can_transition.to_state in ('Idle', 'Initialized')
  when 'Initialized' then can_transition.to_state in ('Initialized', 'Probing', 'Playing')
  when 'Probing' then can_transition.to_state in ('Probing', 'Playing')
  when 'Playing' then can_transition.to_state in ('Playing', 'Evaluating')
  when 'Evaluating' then can_transition.to_state in ('Evaluating', 'Playing', 'Completed')
  when 'Completed' then can_transition.to_state = 'Completed'
end;
comment on function slots.can_transition(slots.game_state, slots.game_state) is
  'Whether a session may go from one state to the other in one step; the same state is allowed. Pure. [helper]';
revoke all on function slots.can_transition(slots.game_state, slots.game_state) from public;
commit;
