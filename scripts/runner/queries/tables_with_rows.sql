-- The tables that hold rows, with the columns of their primary keys.
select c.oid::regclass::text as name,
  array(
    select a.attname::text
    from pg_constraint as k
    join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
    where k.conrelid = c.oid and k.contype = 'p'
  ) as key
from pg_class as c
join pg_namespace as n on n.oid = c.relnamespace
where n.nspname = any (%(schemas)s) and c.relkind = 'r' and not c.relispartition and pg_relation_size(c.oid) > 0
order by c.oid::regclass::text collate "C"
