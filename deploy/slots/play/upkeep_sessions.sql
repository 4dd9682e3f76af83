-- Deploy gamekeeper:slots/play/upkeep_sessions to pg
-- requires: core/keys/wall_clock core/callers/require_service core/records/setting core/upkeep/upkeep_tasks slots/settings slots/wallets/wallets slots/sessions/sessions slots/play/end_session slots/limits/accounts
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Passes over whatever somebody holds, so that it waits for nobody; a few at a time, so that nobody waits for it. A session that can't
-- be ended, as when its payout does not fit into a wallet that was filled since, is named and stops no other.
create function slots.upkeep_sessions()
returns text
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _most_sessions constant integer := 200;
  _untouched_since constant timestamptz := core.wall_clock() - make_interval(secs => core.setting('slots.session_timeout')::integer);
  _session slots.sessions;
  _ended integer := 0;
  _stuck uuid[] := array[]::uuid[];
begin
  perform core.require_service();
  for _session in
    select s.*
    from slots.sessions as s
    where not s.is_closed and s.state <> 'Completed' and (s.updated_at < _untouched_since or s.bet_placed_at < _untouched_since)
    order by s.session_id
    limit _most_sessions
    for no key update skip locked
  loop
    if _session.current_wallet_id is not null then
      perform from slots.wallets as w
      join slots.accounts as a on a.owner_id = w.owner_id and a.currency = w.currency
      where w.wallet_id = _session.current_wallet_id
      for no key update of a skip locked;
      continue when not found;
      perform from slots.wallets as w
      where w.wallet_id = _session.current_wallet_id
      for no key update skip locked;
      continue when not found;
    end if;
    begin
      perform slots.end_session(_session, 'timeout');
      _ended := _ended + 1;
    exception
      when others then
        _stuck := _stuck || _session.session_id;
    end;
  end loop;
  return format('%s sessions ended that nobody touched', _ended)
    || case when _stuck <> '{}' then format(', not: %s', array_to_string(_stuck, ', ')) else '' end;
end
$$;
comment on function slots.upkeep_sessions() is
  'Service and core.maintain: completes sessions that nobody touched for slots.session_timeout seconds, or whose bet was placed so long ago, '
  'whatever else touched them; placed bets are played. At most 200 a run. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function slots.upkeep_sessions() from public;
grant execute on function slots.upkeep_sessions() to service_role;
insert into core.upkeep_tasks (task, function, meaning)
values ('slots.sessions', 'slots.upkeep_sessions()', 'Ends sessions that nobody touches and plays their bets, so that no loss can be abandoned.');
commit;
