select t.typname as name, t.typtype::text as kind, obj_description(t.oid, 'pg_type') as comment,
  array(select e.enumlabel::text from pg_enum as e where e.enumtypid = t.oid order by e.enumsortorder) as labels,
  format_type(t.typbasetype, t.typtypmod) as base,
  array(
    select pg_get_constraintdef(c.oid) from pg_constraint as c
    where c.contypid = t.oid and c.contype = 'c' order by c.conname
  ) as checks
from pg_type as t
where t.typnamespace = %(schema)s::regnamespace and t.typtype in ('e', 'd')
order by t.typname collate "C"
