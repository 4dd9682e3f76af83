select c.relnamespace::regnamespace::text as schema, c.relname as relation, p.polname as name,
  case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
    else 'all' end as command,
  obj_description(p.oid, 'pg_policy') as comment
from pg_policy as p
join pg_class as c on c.oid = p.polrelid
where c.relnamespace::regnamespace::text = any (%(schemas)s)
  and concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~ '\mis_operator\M'
  and not c.relispartition
order by array_position(%(schemas)s, c.relnamespace::regnamespace::text), c.relname collate "C", p.polname collate "C"
