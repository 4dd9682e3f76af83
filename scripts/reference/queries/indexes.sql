select i.relname as name, pg_get_indexdef(i.oid) as definition, obj_description(i.oid, 'pg_class') as comment
from pg_index as x
join pg_class as i on i.oid = x.indexrelid
where x.indrelid = %(oid)s::oid and not exists (select from pg_constraint as c where c.conindid = i.oid)
order by i.relname collate "C"
