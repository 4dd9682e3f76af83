-- Foreign keys are indexed and no index is redundant, in every system.
begin;
select plan(6);

select cmp_ok((select count(*) from test.tables), '>', 0::bigint, 'there are tables to look at');
select is(array(select k.conrelid::regclass::text || ': ' || k.conname
  from pg_constraint as k
  join test.tables as t on t.oid = k.conrelid and not t.relispartition
  where k.contype = 'f'
    and not exists (
      select from pg_index as i
      where i.indrelid = k.conrelid and i.indpred is null and i.indisvalid
        and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey
    )
  order by 1), '{}'::text[], 'every foreign key has an index that begins with its columns');
select is(array(select a.indexrelid::regclass::text || ' repeats ' || b.indexrelid::regclass::text
  from pg_index as a
  join pg_index as b on b.indrelid = a.indrelid and b.indexrelid <> a.indexrelid
  join test.tables as t on t.oid = a.indrelid and not t.relispartition
  join pg_class as ca on ca.oid = a.indexrelid
  join pg_class as cb on cb.oid = b.indexrelid
  where ca.relam = cb.relam
    and not a.indisunique
    and a.indkey::text || ' ' = left(b.indkey::text || ' ', length(a.indkey::text || ' '))
    and a.indclass::text || ' ' = left(b.indclass::text || ' ', length(a.indclass::text || ' '))
    and a.indoption::text || ' ' = left(b.indoption::text || ' ', length(a.indoption::text || ' '))
    and coalesce(pg_get_expr(a.indexprs, a.indrelid), '') = coalesce(pg_get_expr(b.indexprs, b.indrelid), '')
    and coalesce(pg_get_expr(a.indpred, a.indrelid), '') = coalesce(pg_get_expr(b.indpred, b.indrelid), '')
    and (ca.relam = (select oid from pg_am where amname = 'btree') or a.indkey::text = b.indkey::text)
  order by 1), '{}'::text[], 'no index is the beginning of another');
select is(array(select a.indexrelid::regclass::text || ' repeats ' || b.indexrelid::regclass::text
  from pg_index as a
  join pg_index as b on b.indrelid = a.indrelid and b.indexrelid > a.indexrelid
  join test.tables as t on t.oid = a.indrelid and not t.relispartition
  where a.indisunique and b.indisunique and a.indkey::text = b.indkey::text and a.indclass::text = b.indclass::text
    and coalesce(pg_get_expr(a.indexprs, a.indrelid), '') = coalesce(pg_get_expr(b.indexprs, b.indrelid), '')
    and coalesce(pg_get_expr(a.indpred, a.indrelid), '') = coalesce(pg_get_expr(b.indpred, b.indrelid), '')
  order by 1), '{}'::text[], 'no unique index stands twice');
select is(array(select i.indexrelid::regclass::text
  from pg_index as i join test.tables as t on t.oid = i.indrelid
  where not i.indisvalid order by 1), '{}'::text[], 'no index is invalid');
select is(array(select i.indexrelid::regclass || ': ' || a.attname
  from pg_index as i
  join pg_class as c on c.oid = i.indrelid and c.relowner = (select oid from pg_roles where rolname = 'gamekeeper')
  join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where i.indisunique and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval(%')
  order by 1), '{}'::text[], 'no number that each server draws for itself is a key');

select * from finish();
rollback;
