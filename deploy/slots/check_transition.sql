-- Deploy gamekeeper:slots/check_transition to pg
-- requires: core/raise slots/schema
begin;
set local role gamekeeper;
-- Fires only where the trigger's WHEN already found the step illegal, so a legal step costs no call.
create function slots.check_transition()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform core.raise('STATE_ERROR', jsonb_build_object(
    'state', case when tg_op = 'UPDATE' then old.state end, 'asked', new.state
  ));
  return null;
end
$$;
comment on function slots.check_transition() is
  'Trigger of slots.sessions: refuses a state that the state machine does not allow, whoever writes the row. Raises: STATE_ERROR.';
revoke all on function slots.check_transition() from public;
commit;
