-- Every table is closed and explained, in every system.
begin;
select plan(9);

select cmp_ok((select count(*) from test.tables), '>', 0::bigint, 'there are tables to look at');
select is(array(select name from test.tables where not relrowsecurity order by 1), '{}'::text[], 'every table has row level security, partitions included');
select is(array(select name from test.tables where obj_description(oid, 'pg_class') is null order by 1), '{}'::text[], 'every table has a comment');
select is(array(select t.name || '.' || a.attname
  from test.tables as t
  join pg_attribute as a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  where not t.relispartition
    and a.attname not in ('created_at', 'updated_at')
    and col_description(t.oid, a.attnum) is null
    and not exists (
      select from pg_constraint as k
      where k.conrelid = t.oid and k.contype in ('f', 'p') and k.conkey = array[a.attnum]
    )
  order by 1), '{}'::text[], 'every column that a key does not explain has a comment');
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
