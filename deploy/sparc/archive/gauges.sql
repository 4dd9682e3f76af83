-- Deploy gamekeeper:sparc/archive/gauges to pg
-- requires: sparc/sessions/sessions sparc/dice/declared_rolls sparc/adventures/tallies core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.gauges()
returns table (waiting_sessions bigint, running_sessions bigint, waiting_rolls bigint, oldest_waiting_roll_seconds double precision, waiting_tallies bigint)
language sql
stable
security definer
set search_path = pg_temp
begin atomic
  select
    (select count(*) from sparc.sessions as s where s.status in ('waiting', 'starting_soon')),
    (select count(*) from sparc.sessions as s where s.status in ('active', 'paused')),
    r.waiting, coalesce(r.oldest, 0)::double precision,
    (select count(*) from sparc.tallies)
  from (
    select count(*) as waiting, extract(epoch from core.wall_clock() - min(d.declared_at)) as oldest
    from sparc.declared_rolls as d
    where d.thrown_at is null
  ) as r;
end;
comment on function sparc.gauges() is
  'For monitoring, one row: sessions that wait and run, rolls that wait to be thrown and for how long the oldest has, tallies that wait to be counted. [service]';
revoke all on function sparc.gauges() from public;
grant execute on function sparc.gauges() to service_role, gamekeeper_monitor;
commit;
