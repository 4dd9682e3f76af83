select c.conname as name, c.contype::text as kind, pg_get_constraintdef(c.oid) as definition,
  obj_description(c.oid, 'pg_constraint') as comment,
  f.relnamespace::regnamespace::text as target_schema, f.relname as target,
  (select array_agg(a.attname::text order by k.place)
   from unnest(c.conkey) with ordinality as k (number, place)
   join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.number) as columns
from pg_constraint as c
left join pg_class as f on f.oid = c.confrelid
where c.conrelid = %(oid)s::oid and c.contype in ('p', 'u', 'f', 'c', 'x') and c.conparentid = 0
order by array_position('{p,u,x,f,c}'::text[], c.contype::text), c.conname collate "C"
