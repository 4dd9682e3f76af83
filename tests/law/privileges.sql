-- Nobody has more than they need, in every system.
begin;
select plan(11);

select cmp_ok((select count(*) from test.tables), '>', 0::bigint, 'there are tables to look at');
select is(array(select t.name || ' ' || a.privilege_type
  from test.tables as t, aclexplode(t.relacl) as a
  where a.grantee = 0 order by 1), '{}'::text[], 'PUBLIC has no privilege on any table');
select is(array(select t.name || ' ' || a.privilege_type || ' ' || a.grantee::regrole
  from test.tables as t, aclexplode(t.relacl) as a
  where t.schema not in ('sparc', 'auth') and a.grantee <> 0 and a.grantee::regrole::text <> 'gamekeeper' and a.privilege_type <> 'SELECT'
  order by 1), '{}'::text[], 'outside sparc clients write through functions only');
select is(array(select c.oid::regclass::text
  from pg_class as c
  where c.relkind = 'v' and c.relowner = (select oid from pg_roles where rolname = 'gamekeeper')
    and not coalesce(c.reloptions @> array['security_invoker=true'], false)
    and exists (select from aclexplode(c.relacl) as a where a.grantee::regrole::text in ('anon', 'authenticated'))
  order by 1), '{}'::text[], 'a view that clients read runs as its caller');
select is(array(select t.name from test.tables as t
  -- Supabase Realtime reads what it delivers from the partition, as the subscriber; it has its parent's policy
  where t.relispartition and t.name !~ '^sparc\.session_events_' and exists (select from aclexplode(t.relacl) as a where a.grantee <> (select relowner from pg_class as c where c.oid = t.oid))
  order by 1), '{}'::text[], 'no partition is granted by itself');
select is(array(select k.conrelid::regclass::text || ' -> ' || k.confrelid::regclass::text
  from pg_constraint as k
  join test.tables as a on a.oid = k.conrelid
  join pg_class as b on b.oid = k.confrelid
  where k.contype = 'f' and a.schema <> b.relnamespace::regnamespace::text
    and b.relnamespace::regnamespace::text not in ('core', 'auth')
  order by 1), '{}'::text[], 'no system has a foreign key to another');
select is(array(select f.name
  from test.functions as f
  join (values ('core'), ('slots'), ('cards'), ('xp'), ('sparc')) as own (schema) on own.schema = f.schema
  join (values ('slots'), ('cards'), ('xp'), ('sparc')) as other (schema) on other.schema <> f.schema
  where (f.prosrc || coalesce(pg_get_function_sqlbody(f.oid), '')) ~ ('\m' || other.schema || '\.[a-z_]+')
  order by 1), '{}'::text[], 'no function of a system knows another system');

-- A right on the whole table includes LOCK TABLE; whoever holds a lock can stall everybody.
select is(
  array(
    select c.oid::regclass || ' ' || a.privilege_type || ' ' || a.grantee::regrole
    from pg_class as c, aclexplode(c.relacl) as a
    where c.relowner = 'gamekeeper'::regrole and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and a.grantee::regrole::text in ('anon', 'authenticated') and a.privilege_type <> 'SELECT'
    order by 1
  ),
  array['sparc.adventures DELETE authenticated', 'sparc.characters DELETE authenticated', 'sparc.creatures DELETE authenticated'],
  'clients have no right on a whole table but to read it and to delete what is their own in sparc'
);
select is(
  array(
    select c.oid::regclass || ' ' || a.privilege_type || ' ' || a.grantee::regrole
    from pg_class as c
    join pg_attribute as t on t.attrelid = c.oid
    cross join aclexplode(t.attacl) as a
    where c.relowner = 'gamekeeper'::regrole and a.grantee::regrole::text in ('anon', 'authenticated') and a.privilege_type <> 'SELECT'
    group by 1
    order by 1
  ),
  array[
    'sparc.adventures INSERT authenticated', 'sparc.adventures UPDATE authenticated', 'sparc.characters INSERT authenticated',
    'sparc.characters UPDATE authenticated', 'sparc.creatures INSERT authenticated', 'sparc.creatures UPDATE authenticated',
    'sparc.dice_rolls INSERT authenticated', 'sparc.sessions INSERT authenticated', 'sparc.sessions UPDATE authenticated',
    'sparc.users UPDATE authenticated'
  ],
  'clients write columns of these tables of sparc, under policies, and of no other'
);
select is(
  array(
    select c.oid::regclass || ' ' || a.privilege_type || ' ' || a.grantee::regrole
    from pg_class as c, aclexplode(c.relacl) as a
    where c.relowner = 'gamekeeper'::regrole and a.grantee <> c.relowner and c.relkind in ('r', 'p')
      and a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
    order by 1
  ),
  '{}'::text[], 'nobody but the owner may truncate, maintain, refer to or put triggers on a table'
);
select is(
  array(
    select c.oid::regclass || ' ' || a.privilege_type || ' ' || a.grantee::regrole
    from pg_class as c, aclexplode(c.relacl) as a
    where c.relowner = 'gamekeeper'::regrole and a.grantee <> c.relowner and c.relkind in ('v', 'm', 'f') and a.privilege_type <> 'SELECT'
    order by 1
  ),
  '{}'::text[], 'a view is only read'
);

select * from finish();
rollback;
