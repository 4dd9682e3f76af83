-- Deploy gamekeeper:slots/play/transition to pg
-- requires: core/errors/raise core/chance/is_settled slots/sessions/game_state slots/sessions/sessions slots/sessions/lock_session slots/fairness/seed_session slots/play/end_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Which steps are legal is the table's rule; only what a pending bet allows is looked at here, to give it
-- the right code.
create function slots.transition(session_id uuid, to_state text)
returns slots.sessions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session slots.sessions := slots.lock_session(transition.session_id);
begin
  if transition.to_state is null or transition.to_state <> all (enum_range(null::slots.game_state)::text[]) then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', 'to_state', 'problem', 'must be one of ' || array_to_string(enum_range(null::slots.game_state), ', ')
    ));
  end if;
  if _session.state = transition.to_state::slots.game_state then
    return _session;
  end if;
  if transition.to_state = 'Completed' and _session.state in ('Playing', 'Evaluating') then
    if _session.state = 'Playing' and _session.pending_bet is null then
      perform core.raise('STATE_ERROR', jsonb_build_object('state', _session.state, 'expected', array['Evaluating']));
    elsif _session.pending_bet is not null and not core.is_settled(_session.decided_in) then
      perform core.raise('COMMIT_FIRST', '{"problem": "the bet was placed in this transaction"}');
    end if;
    perform slots.end_session(_session, 'transition');
    select * into _session from slots.sessions as s where s.session_id = transition.session_id;
    return _session;
  end if;
  if _session.pending_bet is not null then
    perform core.raise('BET_PLACED', jsonb_build_object('stake', trim_scale(_session.pending_bet)));
  end if;
  if _session.state = 'Idle' and transition.to_state = 'Initialized' then
    return slots.seed_session(transition.session_id, _session.client_seed);
  end if;
  update slots.sessions as s
  set state = transition.to_state::slots.game_state
  where s.session_id = transition.session_id
  returning * into _session;
  return _session;
end
$$;
comment on function slots.transition(uuid, text) is
  'Owner or service: takes the session to another state; the same state changes nothing, Initialized draws the '
  'server seed. Completed ends the session as CashOut does, a placed bet played first; any other step waits for '
  'that bet. Raises: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT, STATE_ERROR, BET_PLACED, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function slots.transition(uuid, text) from public;
grant execute on function slots.transition(uuid, text) to authenticated, service_role;
commit;
