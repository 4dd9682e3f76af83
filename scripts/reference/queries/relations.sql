select c.oid::bigint as oid, c.relname as name, c.relkind::text as kind, c.relrowsecurity as secured,
  obj_description(c.oid, 'pg_class') as comment,
  case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_key,
  'security_invoker=true' = any (coalesce(c.reloptions, '{}')) as invoker
from pg_class as c
where c.relnamespace = %(schema)s::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'c')
  and not c.relispartition
order by c.relname collate "C"
