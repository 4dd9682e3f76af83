-- Deploy gamekeeper:slots/learning/session_observation to pg
-- requires: slots/learning/observation slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function slots.session_observation(session slots.sessions)
returns jsonb
language sql
stable
parallel safe
return slots.observation(
  (session_observation.session).state = 'Completed',
  coalesce(
    ((session_observation.session).metrics -> 'totalPayout')::numeric - ((session_observation.session).metrics -> 'totalBet')::numeric
    - ((session_observation.session).metrics -> 'totalFees')::numeric,
    0
  ) - coalesce((session_observation.session).pending_bet + (session_observation.session).pending_fee, 0),
  (session_observation.session).pending_bet,
  coalesce(((session_observation.session).metrics -> 'spins')::bigint, 0)
);
comment on function slots.session_observation(slots.sessions) is
  'The observation of a session as its row stands. [helper]';
revoke all on function slots.session_observation(slots.sessions) from public;
commit;
