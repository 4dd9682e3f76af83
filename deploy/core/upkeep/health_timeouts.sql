-- Deploy gamekeeper:core/upkeep/health_timeouts to pg
-- requires: core/upkeep/health_checks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A gateway is a login that may become a client role and is neither a superuser nor the deployer. A timeout counts if
-- it is set for the client role (PostgREST applies that), for the gateway, for this database or for the server.
create function core.health_timeouts()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  with gateways as (
    select distinct m.roleid as client, m.member as gateway
    from pg_catalog.pg_auth_members as m
    join pg_catalog.pg_roles as l on l.oid = m.member
    where m.roleid in (select r.oid from pg_catalog.pg_roles as r where r.rolname in ('anon', 'authenticated'))
      and l.rolcanlogin and not l.rolsuper and not pg_has_role(l.oid, 'gamekeeper', 'member')
  ),
  missing as (
    select distinct pg_get_userbyid(g.client) as client, s.name
    from gateways as g
    cross join pg_catalog.pg_settings as s
    where s.name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')
      and not (s.setting <> '0' and s.source in ('configuration file', 'command line', 'environment variable'))
      and not exists (
        select
        from pg_catalog.pg_db_role_setting as d
        cross join unnest(d.setconfig) as c (setting)
        where d.setrole in (0, g.client, g.gateway)
          and d.setdatabase in (0, (select b.oid from pg_catalog.pg_database as b where b.datname = current_database()))
          and c.setting like s.name || '=%' and c.setting <> s.name || '=0'
      )
  )
  select
    count(m.name) = 0,
    coalesce(
      'missing: ' || string_agg(format('%s for %s', m.name, m.client), ', ' order by m.client, m.name),
      case
        when exists (select from gateways) then 'every client role has its timeouts'
        else 'no gateway logs in for clients'
      end
    ),
    'For each: alter role ... set statement_timeout = ''8s''; a few seconds are enough for every call of a client.'
  from missing as m;
end;
comment on function core.health_timeouts() is
  'Whether clients behind a gateway have the timeouts that keep one of them from holding up the others. [helper]';
revoke all on function core.health_timeouts() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.timeouts', 'core.health_timeouts()', 'Clients behind a gateway cannot hold a lock or a connection for long.');
commit;
