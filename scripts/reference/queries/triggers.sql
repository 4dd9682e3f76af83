select t.tgname as name, pg_get_triggerdef(t.oid) as definition, obj_description(t.oid, 'pg_trigger') as comment
from pg_trigger as t
where t.tgrelid = %(oid)s::oid and not t.tgisinternal
order by t.tgname collate "C"
