-- Who a function is for stands at the end of its comment (CONTRIBUTING.md, "Tags"), and its grants agree.
begin;
select plan(10);

create temporary view tagged as
select
  f.oid, f.name, f.proname, f.schema, f.prosrc, f.comment,
  array(select t[1] from regexp_matches(f.tags, '\[([a-z: ]+)\]', 'g') as t) as tags,
  has_function_privilege('anon', f.oid, 'execute') as anon,
  has_function_privilege('authenticated', f.oid, 'execute') as authenticated,
  has_function_privilege('service_role', f.oid, 'execute') as service_role
from (
  select f.*, obj_description(f.oid, 'pg_proc') as comment, coalesce(substring(obj_description(f.oid, 'pg_proc') from '(?: \[[a-z: ]+\])+$'), '') as tags
  from test.functions as f
) as f;

-- Where a function can run as the caller's role: roles, and what is evaluated as them. The definition of a view counts
-- as run by whoever reads it, and a trigger function by whoever writes.
create temporary table evaluated as
select r.role, concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as text
from pg_policy as p
cross join unnest('{anon, authenticated, service_role}'::text[]) as r (role)
where p.polroles = '{0}' or r.role = any (p.polroles::regrole[]::text[])
union all
select r.role, pg_get_expr(d.adbin, d.adrelid)
from pg_attrdef as d
cross join unnest('{anon, authenticated, service_role}'::text[]) as r (role)
where has_any_column_privilege(r.role, d.adrelid, 'insert') or has_any_column_privilege(r.role, d.adrelid, 'update')
union all
select r.role, pg_get_constraintdef(c.oid)
from pg_constraint as c
cross join unnest('{anon, authenticated, service_role}'::text[]) as r (role)
where c.contype = 'c' and (c.contypid <> 0 or has_any_column_privilege(r.role, c.conrelid, 'insert') or has_any_column_privilege(r.role, c.conrelid, 'update'))
union all
select r.role, pg_get_viewdef(v.oid)
from pg_class as v
cross join unnest('{anon, authenticated, service_role}'::text[]) as r (role)
where v.relkind = 'v' and v.relnamespace <> 'pg_catalog'::regnamespace and has_any_column_privilege(r.role, v.oid, 'select')
union all
select r.role, f.prosrc || ' ' || coalesce(pg_get_function_sqlbody(f.oid), '') || ' ' || coalesce(pg_get_function_arguments(f.oid), '')
from test.functions as f
cross join unnest('{anon, authenticated, service_role}'::text[]) as r (role)
where not f.prosecdef and (f.prorettype = 'trigger'::regtype or has_function_privilege(r.role, f.oid, 'execute'));

select cmp_ok((select count(*) from tagged), '>', 300::bigint, 'there are functions to look at');
select is(
  array(select t.name from tagged as t where (select count(*) from unnest(t.tags) as g where g in ('client', 'operator', 'service', 'helper')) <> 1 order by 1),
  '{}'::text[], 'every comment ends with exactly one of the tags client, operator, service and helper'
);
select is(
  array(select t.name from tagged as t where 'client' = any (t.tags) and not t.authenticated order by 1),
  '{}'::text[], 'what is for clients is granted to authenticated'
);
select is(
  array(select t.name from tagged as t where 'operator' = any (t.tags) and (t.anon or not t.authenticated or t.prosrc !~ 'core\.require_operator\(\)') order by 1),
  '{}'::text[], 'what is for operators is granted to authenticated and asks who is calling'
);
select is(
  array(select t.name from tagged as t where 'service' = any (t.tags) and (t.anon or t.authenticated or not t.service_role) order by 1),
  '{}'::text[], 'what is for the service is granted to service_role alone'
);
select is(
  array(
    select t.name || ' to ' || r.role
    from tagged as t
    cross join lateral (values ('anon', t.anon), ('authenticated', t.authenticated), ('service_role', t.service_role)) as r (role, is_granted)
    where 'helper' = any (t.tags) and r.is_granted
      and t.schema <> 'auth'  -- what Supabase grants
      and not exists (
        select from evaluated as e
        where e.role = r.role and e.text ~ ('\m' || t.schema || '\.' || t.proname || '\(')
      )
    order by 1
  ),
  '{}'::text[], 'a helper is granted to a client role only where something calls it as that role'
);
select is(
  array(
    select t.name || ': ' || g.tag from tagged as t cross join unnest(t.tags) as g (tag)
    where g.tag not in ('client', 'operator', 'service', 'helper') and g.tag !~ '^repeat: (key|index|natural)$'
    order by 1
  ),
  '{}'::text[], 'no comment ends with a tag that nobody knows'
);

select is(
  array(
    select t.name from tagged as t
    join pg_proc as p on p.oid = t.oid
    where p.provolatile = 'v' and t.tags && '{client, operator, service}'::text[]
      and (select count(*) from unnest(t.tags) as g where g ~ '^repeat: ') <> 1
    order by 1
  ),
  '{}'::text[], 'what may write says how it is sent again'
);
select is(
  array(
    select t.name from tagged as t
    where 'repeat: key' = any (t.tags)
      and not coalesce((select p.proargnames from pg_proc as p where p.oid = t.oid) && '{idempotency_key, correlation_id}'::text[], false)
    order by 1
  ),
  '{}'::text[], 'what is sent again under a key takes one'
);

select is(
  array(
    select t.name from tagged as t
    join pg_proc as p on p.oid = t.oid
    join pg_type as y on y.oid = p.prorettype
    where 'repeat: key' = any (t.tags) and y.typtype = 'c'
      and t.comment !~ ('select \* from ' || t.schema || '\.' || t.proname || '\(')
    order by 1
  ),
  '{}'::text[], 'what makes another thing without a key says how to call it, not once for each column'
);

select * from finish();
rollback;
