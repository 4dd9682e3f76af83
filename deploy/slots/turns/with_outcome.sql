-- Deploy gamekeeper:slots/turns/with_outcome to pg
-- requires: slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.with_outcome(session slots.sessions, payout numeric, reward numeric)
returns slots.sessions
language plpgsql
stable
as $$
declare
  _session slots.sessions := with_outcome.session;
  _metrics constant jsonb := _session.metrics;
begin
  _session.metrics := jsonb_build_object(
    'spins', coalesce((_metrics ->> 'spins')::bigint, 0) + 1,
    'wins', coalesce((_metrics ->> 'wins')::bigint, 0) + (with_outcome.payout > 0)::integer,
    'totalBet', coalesce((_metrics ->> 'totalBet')::numeric, 0) + _session.pending_bet,
    'totalPayout', coalesce((_metrics ->> 'totalPayout')::numeric, 0) + with_outcome.payout,
    'totalFees', coalesce((_metrics ->> 'totalFees')::numeric, 0) + _session.pending_fee,
    'totalReward', coalesce((_metrics ->> 'totalReward')::numeric, 0) + with_outcome.reward
  );
  _session.state := 'Evaluating';
  _session.pending_bet := null;
  _session.pending_fee := null;
  _session.bet_placed_at := null;
  return _session;
end
$$;
comment on function slots.with_outcome(slots.sessions, numeric, numeric) is
  'The session as it is when its pending bet has paid. Writes nothing. [helper]';
revoke all on function slots.with_outcome(slots.sessions, numeric, numeric) from public;
commit;
