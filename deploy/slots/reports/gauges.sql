-- Deploy gamekeeper:slots/reports/gauges to pg
-- requires: slots/sessions/sessions slots/reports/game_returns
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.gauges()
returns table (open_sessions bigint, placed_bets bigint, spins numeric, staked numeric, paid numeric)
language sql
stable
security definer
set search_path = pg_temp
begin atomic
  select o.open_sessions, o.placed_bets, r.spins, r.staked, r.paid
  from (
    select count(*) as open_sessions, count(s.pending_bet) as placed_bets from slots.sessions as s where not s.is_closed
  ) as o
  cross join (
    select coalesce(sum(g.spins), 0) as spins, coalesce(sum(g.stakes), 0) as staked, coalesce(sum(g.payouts), 0) as paid
    from slots.game_returns as g
  ) as r;
end;
comment on function slots.gauges() is
  'For monitoring, one row: open sessions and placed bets now; spins, stakes and payouts as upkeep rolled them up, all currencies together. [service]';
revoke all on function slots.gauges() from public;
grant execute on function slots.gauges() to service_role, gamekeeper_monitor;
commit;
