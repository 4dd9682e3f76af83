select t.oid, n.nspname::text as schema, t.typname::text as name, t.typtype::text as kind, t.typrelid::oid as relation,
  c.relkind::text as relkind, case when t.typcategory = 'A' then t.typelem else 0 end as element,
  coalesce(nullif(t.typbasetype, 0), 0)::oid as base, format_type(t.oid, null) as sql,
  coalesce(obj_description(c.oid, 'pg_class'), obj_description(t.oid, 'pg_type')) as comment,
  array(select e.enumlabel::text from pg_enum as e where e.enumtypid = t.oid order by e.enumsortorder) as labels
from pg_type as t
join pg_namespace as n on n.oid = t.typnamespace
left join pg_class as c on c.oid = t.typrelid
where n.nspname = any (%(schemas)s) or n.nspname = 'pg_catalog'
