select p.oid, n.nspname::text as schema, p.proname::text as name, obj_description(p.oid, 'pg_proc') as comment,
  p.provolatile <> 'v' as only_reads, p.proretset as many, p.prorettype as result,
  coalesce(p.proargnames, '{}') as names, coalesce(p.proallargtypes, p.proargtypes::oid[]) as types,
  coalesce(p.proargmodes::text[], array_fill('i'::text, array[p.pronargs::integer])) as modes, p.pronargdefaults as defaults
from pg_proc as p
join pg_namespace as n on n.oid = p.pronamespace
where n.nspname = any (%(schemas)s) and p.prokind = 'f'
  and obj_description(p.oid, 'pg_proc') ~ '\[(client|operator|service)\]'
order by n.nspname collate "C", p.proname collate "C", p.pronargs, p.oid::regprocedure::text collate "C"
