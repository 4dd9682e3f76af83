select p.polname as name,
  case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
    else 'all' end as command,
  p.polpermissive as permissive,
  array(
    select case r when 0 then 'PUBLIC' else pg_get_userbyid(r)::text end as role
    from unnest(p.polroles) as r order by role
  ) as roles,
  pg_get_expr(p.polqual, p.polrelid) as visible, pg_get_expr(p.polwithcheck, p.polrelid) as writable,
  obj_description(p.oid, 'pg_policy') as comment
from pg_policy as p
where p.polrelid = %(oid)s::oid
order by p.polname collate "C"
