-- Deploy gamekeeper:slots/learning/session_observation to pg
-- requires: slots/learning/observation slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.session_observation(session slots.sessions)
returns jsonb
language plpgsql
stable
parallel safe
as $$
declare
  _metrics constant jsonb := session_observation.session.metrics;
begin
  return slots.observation(
    session_observation.session.state = 'Completed',
    coalesce(
      (_metrics ->> 'totalPayout')::numeric - (_metrics ->> 'totalBet')::numeric - (_metrics ->> 'totalFees')::numeric, 0
    ) - coalesce(session_observation.session.pending_bet + session_observation.session.pending_fee, 0),
    session_observation.session.pending_bet,
    coalesce((_metrics ->> 'spins')::bigint, 0)
  );
end
$$;
comment on function slots.session_observation(slots.sessions) is
  'The observation of a session as its row stands. [helper]';
revoke all on function slots.session_observation(slots.sessions) from public;
commit;
