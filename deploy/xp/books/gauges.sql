-- Deploy gamekeeper:xp/books/gauges to pg
-- requires: xp/books/xp_claim_counts xp/boards/xp_roll_up core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.gauges()
returns table (claims numeric, repeated_claims numeric, granted numeric, roll_up_age_seconds double precision)
language sql
stable
security definer
set search_path = pg_temp
begin atomic
  select c.claims, c.repeated_claims, c.granted, extract(epoch from core.wall_clock() - r.rolled_at)::double precision
  from (
    select coalesce(sum(n.claims), 0) as claims, coalesce(sum(n.duplicates), 0) as repeated_claims, coalesce(sum(n.xp), 0) as granted
    from xp.xp_claim_counts as n
  ) as c
  cross join (select max(u.rolled_at) as rolled_at from xp.xp_roll_up as u where u.task = 'xp.claims') as r;
end;
comment on function xp.gauges() is
  'For monitoring, one row: claims, repeated ones and what was granted, as upkeep rolled them up, and how old that is. [service]';
revoke all on function xp.gauges() from public;
grant execute on function xp.gauges() to service_role, gamekeeper_monitor;
commit;
