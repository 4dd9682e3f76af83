select a.attrelid as relation, a.attname::text as name, a.atttypid as type, a.attnotnull as required,
  a.atthasdef or a.attidentity <> '' as has_default, a.attgenerated <> '' as is_generated,
  col_description(a.attrelid, a.attnum) as comment,
  array(
    select distinct g.privilege_type
    from unnest(array['SELECT', 'INSERT', 'UPDATE']) as g (privilege_type)
    where has_column_privilege('authenticated', a.attrelid, a.attnum, g.privilege_type)
      or has_column_privilege('anon', a.attrelid, a.attnum, g.privilege_type)
  ) as clients_may
from pg_attribute as a
join pg_class as c on c.oid = a.attrelid
where c.relnamespace = any (%(schemas)s::regnamespace[]) and c.relkind in ('r', 'p', 'v', 'm', 'c') and not c.relispartition
  and a.attnum > 0 and not a.attisdropped
order by a.attrelid, a.attnum
