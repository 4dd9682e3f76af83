-- Deploy gamekeeper:slots/reports/reality_check to pg
-- requires: core/keys/wall_clock slots/sessions/sessions slots/sessions/find_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.reality_check(session_id uuid)
returns table (playing_for interval, staked numeric, returned numeric)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _session constant slots.sessions := slots.find_session(reality_check.session_id);
  _metrics constant jsonb := _session.metrics;
begin
  return query
    select
      case when _session.state = 'Completed' then _session.last_event_at else core.wall_clock() end - _session.created_at,
      coalesce((_metrics ->> 'totalBet')::numeric, 0) + coalesce((_metrics ->> 'totalFees')::numeric, 0)
        + coalesce(_session.pending_bet + _session.pending_fee, 0),
      coalesce((_metrics ->> 'totalPayout')::numeric, 0);
end
$$;
comment on function slots.reality_check(uuid) is
  'Owner or service: how long a session has lasted (to its last event where it is Completed), what was staked in it with fees and a '
  'placed bet, and what was returned. Raises: UNAUTHENTICATED, NOT_FOUND. [client]';
revoke all on function slots.reality_check(uuid) from public;
grant execute on function slots.reality_check(uuid) to authenticated, service_role;
commit;
