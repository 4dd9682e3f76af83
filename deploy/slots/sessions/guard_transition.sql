-- Deploy gamekeeper:slots/sessions/guard_transition to pg
-- requires: core/errors/raise slots/sessions/game_state slots/sessions/can_transition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Called only where the state changes. A new row starts from Idle.
create function slots.guard_transition()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
declare
  _from slots.game_state := 'Idle'::slots.game_state;
begin
  if tg_op = 'UPDATE' then
    _from := old.state;
  end if;
  if not slots.can_transition(_from, new.state) then
    perform core.raise('STATE_ERROR', jsonb_build_object(
      'state', _from,
      'expected', array(select s.state from unnest(enum_range(null::slots.game_state)) as s (state) where slots.can_transition(s.state, new.state))
    ));
  end if;
  return new;
end
$$;
comment on function slots.guard_transition() is
  'Trigger of slots.sessions: refuses a state that the state machine does not allow, whoever writes the row. Raises: STATE_ERROR. [helper]';
revoke all on function slots.guard_transition() from public;
commit;
