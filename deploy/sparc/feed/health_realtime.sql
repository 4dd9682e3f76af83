-- Deploy gamekeeper:sparc/feed/health_realtime to pg
-- requires: sparc/feed/session_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.health_realtime()
returns table (ok boolean, detail text, action text)
language sql
stable
security definer
set search_path = pg_temp
as $$
  select
    count(*) > 0,
    case when count(*) > 0
      then 'sparc.session_events is published by ' || string_agg(p.pubname, ', ' order by p.pubname)
      else 'sparc.session_events is in no publication'
    end,
    case when count(*) > 0
      then 'nothing'
      else 'alter publication <the one of your realtime server> add table sparc.session_events'
    end
  from pg_catalog.pg_publication_rel as r
  join pg_catalog.pg_publication as p on p.oid = r.prpubid
  where r.prrelid = 'sparc.session_events'::regclass
$$;
comment on function sparc.health_realtime() is
  'Health check: whether the session feed is published for realtime. [helper]';
revoke all on function sparc.health_realtime() from public;
commit;
