-- Deploy gamekeeper:core/recovery/health_rights to pg
-- requires: core/upkeep/health_checks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Every function says at the end of its comment who calls it, and every policy names who reads under it: what they lack
-- was lost. Only PUBLIC could have too much: a function that is restored without its grants is open to everybody.
create function core.health_rights()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  with functions as (
    select
      p.oid, p.proacl, p.proowner,
      substring(obj_description(p.oid, 'pg_proc') from '\[(client|operator|service|helper)\](?: \[[a-z: ]+\])*$') as caller
    from pg_catalog.pg_proc as p
    where p.pronamespace::regnamespace::text in ('core', 'slots', 'cards', 'xp', 'sparc')
  ),
  wrong as (
    select format('%s may not call %s', r.rolname, f.oid::regprocedure) as problem
    from functions as f
    join pg_catalog.pg_roles as r
      on r.rolname = 'service_role' and f.caller in ('client', 'operator', 'service')
      or r.rolname = 'authenticated' and f.caller in ('client', 'operator')
    where not has_function_privilege(r.oid, f.oid, 'execute')
    union all
    select format('everybody may call %s', f.oid::regprocedure)
    from functions as f
    where exists (
      select from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) as a
      where a.grantee = 0 and a.privilege_type = 'EXECUTE'
    )
    union all
    select format('%s may not use schema %s', r.rolname, n.nspname)
    from pg_catalog.pg_namespace as n
    join pg_catalog.pg_roles as r on r.rolname in ('anon', 'authenticated', 'service_role')
    where n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc') and not has_schema_privilege(r.oid, n.oid, 'usage')
    union all
    select format('%s may not read %s', r.rolname, p.polrelid::regclass)
    from pg_catalog.pg_policy as p
    join pg_catalog.pg_class as c on c.oid = p.polrelid
    join pg_catalog.pg_roles as r on r.oid = any (p.polroles)
    where c.relnamespace::regnamespace::text in ('core', 'slots', 'cards', 'xp', 'sparc')
      and p.polcmd in ('r', '*') and not has_any_column_privilege(r.oid, p.polrelid, 'select')
    union all
    select format('row level security of %s is off', c.oid::regclass)
    from pg_catalog.pg_class as c
    where c.relnamespace::regnamespace::text in ('core', 'slots', 'cards', 'xp', 'sparc')
      and c.relkind in ('r', 'p') and not c.relrowsecurity
  )
  select
    count(*) = 0,
    case when count(*) = 0 then 'every role may do what it needs' else format('%s rights are lost, such as: %s', count(*), min(w.problem)) end,
    'Restore the dump without --no-privileges, after the roles were made: psql -d postgres -f deploy/core/roles.sql'
  from wrong as w;
end;
comment on function core.health_rights() is
  'Whether the roles of clients may call and read what they need, and PUBLIC nothing: what a restore without privileges loses. [helper]';
revoke all on function core.health_rights() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.rights', 'core.health_rights()', 'Client roles have their rights; a restore can lose them.');
commit;
