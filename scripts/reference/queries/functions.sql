select p.proname as name, p.prokind::text as kind, pg_get_function_arguments(p.oid) as arguments,
  pg_get_function_identity_arguments(p.oid) as identity, pg_get_function_result(p.oid) as result,
  case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
  case p.proparallel when 's' then 'parallel safe' when 'r' then 'parallel restricted' else 'parallel unsafe'
    end as parallel,
  p.proisstrict as strict, p.prosecdef as definer, l.lanname::text as language,
  p.prorettype = 'trigger'::regtype as is_trigger,
  obj_description(p.oid, 'pg_proc') as comment,
  array(
    select coalesce(r.rolname::text, 'PUBLIC') as role
    from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as g
    left join pg_roles as r on r.oid = g.grantee
    where g.grantee <> p.proowner order by role
  ) as roles
from pg_proc as p
join pg_language as l on l.oid = p.prolang
where p.pronamespace = %(schema)s::regnamespace
order by p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"
