-- Deploy gamekeeper:core/recovery/health_owners to pg
-- requires: core/upkeep/health_checks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_owners()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  with schemas as (
    -- on Supabase auth is somebody else's
    select n.oid, n.nspname, n.nspowner
    from pg_catalog.pg_namespace as n
    where n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc')
      or (n.nspname = 'auth' and pg_get_userbyid(n.nspowner) = 'gamekeeper')
  ),
  strange as (
    select 'schema ' || s.nspname as name from schemas as s where pg_get_userbyid(s.nspowner) <> 'gamekeeper'
    union all
    select c.oid::regclass::text
    from pg_catalog.pg_class as c
    join schemas as s on s.oid = c.relnamespace
    where pg_get_userbyid(c.relowner) <> 'gamekeeper' and c.relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select p.oid::regprocedure::text
    from pg_catalog.pg_proc as p
    join schemas as s on s.oid = p.pronamespace
    where pg_get_userbyid(p.proowner) <> 'gamekeeper'
  )
  select
    count(*) = 0,
    case
      when count(*) = 0 then 'gamekeeper owns every object'
      else format('%s objects have another owner, such as %s', count(*), min(t.name))
    end,
    'Restore the dump without --no-owner, after the roles were made: psql -d postgres -f deploy/core/roles.sql'
  from strange as t;
end;
comment on function core.health_owners() is
  'Whether gamekeeper owns every object, as it must: definer functions run as their owner. [helper]';
revoke all on function core.health_owners() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.owners', 'core.health_owners()', 'gamekeeper owns every object; a restore can lose that.');
commit;
