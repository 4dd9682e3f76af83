-- Deploy gamekeeper:sparc/feed/health_notify to pg
-- requires: core/records/setting sparc/schema sparc/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- LISTEN asks for no right but CONNECT, which PUBLIC has on a new database.
create function sparc.health_notify()
returns table (ok boolean, detail text, action text)
language sql
stable
security definer
set search_path = pg_temp
as $$
  select
    not (s.is_on and s.is_open),
    case
      when not s.is_on then 'sparc.notify is off'
      when s.is_open then 'sparc.notify is on and PUBLIC may connect: whoever logs in can LISTEN, and sees ids and rhythm of private sessions'
      else 'sparc.notify is on, and only named roles may connect'
    end,
    case
      when s.is_on and s.is_open
        then format('revoke connect on database %I from public, and grant it to the logins that may know', current_database())
      else 'nothing'
    end
  from (
    select
      core.setting('sparc.notify') = 'true' as is_on,
      coalesce(has_database_privilege('public', d.oid, 'connect'), false) as is_open
    from pg_catalog.pg_database as d
    where d.datname = current_database()
  ) as s
$$;
comment on function sparc.health_notify() is
  'Health check: whether NOTIFY tells strangers of private sessions. [helper]';
revoke all on function sparc.health_notify() from public;
commit;
