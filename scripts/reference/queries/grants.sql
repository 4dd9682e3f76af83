select coalesce(r.rolname::text, 'PUBLIC') as role, lower(g.privilege_type) as privilege, null::text as column
from pg_class as c
cross join lateral aclexplode(c.relacl) as g
left join pg_roles as r on r.oid = g.grantee
where c.oid = %(oid)s::oid and g.grantee <> c.relowner
union all
select coalesce(r.rolname::text, 'PUBLIC'), lower(g.privilege_type), a.attname::text
from pg_attribute as a
join pg_class as c on c.oid = a.attrelid
cross join lateral aclexplode(a.attacl) as g
left join pg_roles as r on r.oid = g.grantee
where a.attrelid = %(oid)s::oid and g.grantee <> c.relowner
order by 1, 2, 3
