-- Deploy gamekeeper:sparc/archive/health_archive to pg
-- requires: core/records/setting core/keys/now_utc sparc/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.health_archive()
returns table (ok boolean, detail text, action text)
language sql
stable
security definer
set search_path = pg_temp
as $$
  select
    count(*) = 0,
    case when count(*) = 1000 then 'at least ' else '' end || format('%s completed sessions wait for the archive for more than a week', count(*)),
    case when count(*) = 0 then 'nothing' else 'see that core.maintain() runs; raise sparc.archive_batch' end
  from (
    select
    from sparc.sessions as s
    where s.status = 'completed'
      and s.ended_at < core.now_utc() - make_interval(days => core.setting('sparc.archive_after_days')::integer + 7)
    limit 1000
  ) as w
$$;
comment on function sparc.health_archive() is
  'Health check: whether completed sessions move to the archive in time. [helper]';
revoke all on function sparc.health_archive() from public;
commit;
