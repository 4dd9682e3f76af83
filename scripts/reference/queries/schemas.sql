select n.nspname as name, obj_description(n.oid, 'pg_namespace') as comment
from pg_namespace as n where n.nspname = any (%(schemas)s) order by array_position(%(schemas)s, n.nspname::text)
