-- Deploy gamekeeper:slots/reports/upkeep_reports to pg
-- requires: core/keys/wall_clock core/keys/slot_in core/shards/is_elsewhere core/callers/require_service core/upkeep/upkeep_tasks slots/sessions/sessions slots/reports/session_rollups slots/reports/game_rollups slots/reports/roll_up_sessions slots/wallets/wallets slots/reports/house_share slots/reports/house_accounts
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Reads committed rows and locks no session, but for closing those that are over, where it passes over what is held.
create function slots.upkeep_reports()
returns text
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _most_sessions constant integer := 5000;
  _at constant timestamptz := core.wall_clock();
  _done integer;
begin
  perform core.require_service();
  _done := slots.roll_up_sessions(_most_sessions);
  update slots.game_rollups as g
  set rolled_up_at = _at, pending_bets = coalesce(p.bets, 0)
  from slots.game_rollups as r
  left join (
    select s.game_id, count(*) as bets
    from slots.sessions as s
    where not s.is_closed and s.pending_bet is not null and not core.is_elsewhere(core.slot_in(s.session_id))
    group by s.game_id
  ) as p on p.game_id = r.game_id
  where g.game_id = r.game_id;
  with closed as (
    update slots.sessions as s
    set is_closed = true
    where s.session_id in (
      select o.session_id
      from slots.sessions as o
      join slots.session_rollups as r on r.session_id = o.session_id and r.events = o.event_count
      where not o.is_closed and o.state = 'Completed'
      for no key update of o skip locked
    )
    returning s.*
  )
  insert into slots.house_accounts as h (game_id, currency, balance)
  select c.game_id, w.currency, sum(slots.house_share(c::slots.sessions))
  from closed as c
  join slots.wallets as w on w.wallet_id = c.current_wallet_id
  group by c.game_id, w.currency
  on conflict on constraint house_accounts_pkey do update set balance = h.balance + excluded.balance;
  return format('%s sessions added up', _done);
end
$$;
comment on function slots.upkeep_reports() is
  'Service and core.maintain: adds what was played since its last run to the sums of each session and game and to '
  'slots.metrics, and closes sessions that are over, whose money then stands in slots.house_accounts; at most 5000 sessions a run. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function slots.upkeep_reports() from public;
grant execute on function slots.upkeep_reports() to service_role;
insert into core.upkeep_tasks (task, function, meaning)
values ('slots.reports', 'slots.upkeep_reports()', 'Brings the sums behind slots.fingerprint and the rows of slots.metrics up to date.');
commit;
