-- Deploy gamekeeper:slots/play/upkeep_bets to pg
-- requires: core/keys/wall_clock core/callers/require_service core/records/setting core/upkeep/upkeep_tasks slots/settings slots/wallets/wallets slots/sessions/sessions slots/play/player_action slots/play/play_spin slots/limits/accounts
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Passes over whatever somebody holds, so that it waits for nobody; a few at a time, so that nobody waits for it.
create function slots.upkeep_bets()
returns text
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _placed_before timestamptz;
  _session slots.sessions;
  _wallet slots.wallets;
  _account slots.accounts;
  _played integer := 0;
begin
  perform core.require_service();
  _placed_before := core.wall_clock() - make_interval(secs => core.setting('slots.session_timeout')::integer);
  for _session in
    select s.*
    from slots.sessions as s
    where not s.is_closed and s.bet_placed_at < _placed_before
    order by s.session_id
    limit 100
    for no key update skip locked
  loop
    select a.* into _account
    from slots.wallets as w
    join slots.accounts as a on a.owner_id = w.owner_id and a.currency = w.currency
    where w.wallet_id = _session.current_wallet_id
    for no key update of a skip locked;
    continue when not found;
    select * into _wallet
    from slots.wallets as w
    where w.wallet_id = _session.current_wallet_id
    for no key update skip locked;
    continue when not found;
    perform slots.play_spin(
      _session, _wallet, _account, row('Spin', null, null, '{"type": "Spin"}'::jsonb)::slots.player_action, 0, null,
      greatest(core.wall_clock(), _session.last_event_at), 'timeout'
    );
    _played := _played + 1;
  end loop;
  return format('%s bets played that nobody spun', _played);
end
$$;
comment on function slots.upkeep_bets() is
  'Service and core.maintain: plays bets that were placed slots.session_timeout seconds ago or earlier, whatever '
  'else touched their session; at most 100 a run. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function slots.upkeep_bets() from public;
grant execute on function slots.upkeep_bets() to service_role;
insert into core.upkeep_tasks (task, function, meaning)
values ('slots.bets', 'slots.upkeep_bets()', 'Plays placed bets that nobody spun, so that no loss can be abandoned.');
commit;
