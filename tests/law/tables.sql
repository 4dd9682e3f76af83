-- Every table is closed and explained, in every system.
begin;
select plan(9);

select cmp_ok((select count(*) from test.tables), '>', 0::bigint, 'there are tables to look at');
select is(array(select name from test.tables where not relrowsecurity order by 1), '{}'::text[], 'every table has row level security, partitions included');
select is(array(select name from test.tables where obj_description(oid, 'pg_class') is null order by 1), '{}'::text[], 'every table has a comment');
select is(array(select c.oid::regclass || '.' || a.attname
  from pg_class as c
  join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relowner = (select oid from pg_roles where rolname = 'gamekeeper')
    and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
    and col_description(c.oid, a.attnum) is null
  order by 1), '{}'::text[], 'every column has a comment');
select is(array(select c.oid::regclass::text
  from pg_class as c
  where c.relowner = (select oid from pg_roles where rolname = 'gamekeeper')
    and c.relkind in ('v', 'm', 'f')
    and obj_description(c.oid, 'pg_class') is null
  order by 1), '{}'::text[], 'every view has a comment');
select is(array(select t.name
  from test.tables as t
  where not exists (select from pg_constraint as k where k.conrelid = t.oid and k.contype = 'p')
  order by 1), '{}'::text[], 'every table has a primary key');
select is(array(select p.polrelid::regclass::text || ': ' || p.polname
  from pg_policy as p
  join test.tables as t on t.oid = p.polrelid
  where obj_description(p.oid, 'pg_policy') is null
  order by 1), '{}'::text[], 'every policy has a comment');
select is(array(select typ.oid::regtype::text
  from pg_type as typ
  left join pg_class as c on c.oid = typ.typrelid
  where typ.typowner = (select oid from pg_roles where rolname = 'gamekeeper')
    and typ.typtype in ('c', 'e', 'd') and (typ.typtype <> 'c' or c.relkind = 'c')
    and obj_description(typ.oid, 'pg_type') is null
  order by 1), '{}'::text[], 'every type has a comment');
select is(array(select n.nspname::text
  from pg_namespace as n
  where n.nspowner = (select oid from pg_roles where rolname = 'gamekeeper') and obj_description(n.oid, 'pg_namespace') is null
  order by 1), '{}'::text[], 'every schema has a comment');

select * from finish();
rollback;
