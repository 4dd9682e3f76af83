-- Every fact that a verify script may state about the schemas, as its line, in the order of a script: object by
-- object, the object before what hangs on it. The functions are those of verify/helpers.psql. Partitions, whose
-- names follow the calendar, are left out. Only what was written after the transaction `since` is looked at.
with
schemas as (
  select n.oid, n.nspname::text as name, n.xmin::text::bigint > %(since)s as is_new
  from pg_namespace as n where n.nspname = any (%(schemas)s)
),

relations as (
  select c.oid, c.oid::regclass as id, c.oid::regclass::text as name, c.relkind, c.relkind in ('r', 'p', 'v', 'm', 'S') as is_relation,
    c.xmin::text::bigint > %(since)s as is_new
  from pg_class as c
  where c.relnamespace in (select s.oid from schemas as s) and c.relkind in ('r', 'p', 'v', 'm', 'S', 'c') and not c.relispartition
),

functions as (
  select p.oid, p.oid::regprocedure as id, p.oid::regprocedure::text as name
  from pg_proc as p where p.pronamespace in (select s.oid from schemas as s) and p.xmin::text::bigint > %(since)s
),

types as (
  select t.oid, t.oid::regtype as id, t.oid::regtype::text as name
  from pg_type as t
  where t.typnamespace in (select s.oid from schemas as s) and t.xmin::text::bigint > %(since)s
    and (t.typtype in ('e', 'd') or (t.typtype = 'c' and exists (select from pg_class as c where c.oid = t.typrelid and c.relkind = 'c')))
),

facts (object, kind, place, helper, arguments) as (
  select s.name, 1, '', 'has_schema', array[s.name, pg_temp.schema_fact(s.name)] from schemas as s where s.is_new
  union all
  select s.name, 2, '', 'has_schema_grants', array[s.name, pg_temp.schema_grants_fact(s.name)] from schemas as s where s.is_new
  union all
  select t.name, 1, '', 'has_type', array[t.name, pg_temp.type_fact(t.id)] from types as t
  union all
  select f.name, 1, '', 'has_function', array[f.name, pg_temp.function_fact(f.id)] from functions as f
  union all
  select f.name, 2, '', 'has_function_nature', array[f.name, pg_temp.function_nature_fact(f.id)] from functions as f
  union all
  select f.name, 3, '', 'has_function_grants', array[f.name, pg_temp.function_grants_fact(f.id)] from functions as f
  union all
  select r.name, 1, '', 'has_relation', array[r.name, pg_temp.relation_fact(r.id)] from relations as r where r.is_relation and r.is_new
  union all
  select r.name, 2, to_char(a.attnum, '0000'), 'has_column', array[r.name, a.attname::text, pg_temp.column_fact(r.id, a.attname)]
  from relations as r
  join pg_attribute as a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped and a.xmin::text::bigint > %(since)s
  where r.relkind <> 'S'
  union all
  select r.name, 3, position(c.contype::text in 'puxfc') || c.conname, 'has_constraint',
    array[r.name, c.conname::text, pg_temp.constraint_fact(r.id, c.conname)]
  from relations as r
  join pg_constraint as c on c.conrelid = r.oid and c.contype in ('p', 'u', 'x', 'f', 'c') and c.conparentid = 0
    and c.xmin::text::bigint > %(since)s
  union all
  select r.name, 4, c.relname::text, 'has_index', array[r.name, c.relname::text, pg_temp.index_fact(r.id, c.relname)]
  from relations as r
  join pg_index as i on i.indrelid = r.oid
  join pg_class as c on c.oid = i.indexrelid
  where not exists (select from pg_constraint as o where o.conindid = i.indexrelid and o.conrelid = r.oid)
    and i.xmin::text::bigint > %(since)s
  union all
  select r.name, 5, p.polname::text, 'has_policy', array[r.name, p.polname::text, pg_temp.policy_fact(r.id, p.polname)]
  from relations as r
  join pg_policy as p on p.polrelid = r.oid and p.xmin::text::bigint > %(since)s
  union all
  select r.name, 6, to_char(array_position('{PUBLIC,anon,authenticated,service_role}', o.role), '0'), 'has_relation_grants',
    array[r.name, o.role, pg_temp.relation_grants_fact(r.id, o.role)]
  from relations as r
  cross join pg_temp.client_roles() as o
  where r.is_relation
    and (r.is_new or exists (select from pg_attribute as a where a.attrelid = r.oid and a.xmin::text::bigint > %(since)s))
  union all
  select r.name, 7, t.tgname::text, 'has_trigger', array[r.name, t.tgname::text, pg_temp.trigger_fact(r.id, t.tgname)]
  from relations as r
  join pg_trigger as t on t.tgrelid = r.oid and not t.tgisinternal and t.xmin::text::bigint > %(since)s
)

select format(
  'select pg_temp.%%s(%%s);', f.helper,
  (select string_agg(quote_literal(a.value), ', ' order by a.place) from unnest(f.arguments) with ordinality as a (value, place))
) as line
from facts as f
order by f.object collate "C", f.kind, f.place collate "C", f.helper
