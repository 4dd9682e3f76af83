-- What a column holds of a person stands at the end of its comment (CONTRIBUTING.md, "Tags"), in every system.
begin;
select plan(6);

create temporary view columns as
select c.oid, n.nspname as schema, c.oid::regclass || '.' || a.attname as name, a.attnum, col_description(c.oid, a.attnum) as comment,
  substring(col_description(c.oid, a.attnum) from '(?: \[[a-z]+\])+$') as tags,
  coalesce(nullif(b.typelem, 0), b.oid)::regtype::text in ('text', 'character varying', 'character', 'name', '"char"', 'json', 'jsonb', 'bytea', 'xml') as is_free
from pg_class as c
join pg_namespace as n on n.oid = c.relnamespace
join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type as t on t.oid = a.atttypid
join pg_type as b on b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
where c.relowner = (select oid from pg_roles where rolname = 'gamekeeper') and c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\_%';

select cmp_ok((select count(*) from columns where is_free), '>', 100::bigint, 'there are columns to look at');
select is(
  array(
    select c.name from columns as c
    where c.is_free
      and coalesce(c.tags, '') not in (' [none]', ' [personal]', ' [secret]', ' [opaque]')
    order by 1
  ),
  '{}'::text[], 'every column that can hold text says by exactly one tag what it holds of a person'
);
select is(
  array(select c.name from columns as c where coalesce(c.tags, '') !~ '^( \[(none|personal|secret|opaque)\])?$' order by 1),
  '{}'::text[], 'no column has a tag that nobody knows'
);
select is(
  array(
    select k.conrelid::regclass || ': ' || k.conname
    from pg_constraint as k
    join columns as c on c.oid = k.conrelid and c.attnum = any (k.conkey) and c.tags = ' [personal]'
    where k.contype = 'p'
    order by 1
  ),
  '{}'::text[], 'nothing personal is part of a primary key'
);

set local role gamekeeper;
create table core.planted (id integer primary key, words text, names text[], code varchar(3), count integer);
comment on column core.planted.words is 'Words. [private]';
comment on column core.planted.names is 'Names. [personal] [none]';
reset role;
select is(
  array(
    select c.name from columns as c
    where c.is_free
      and coalesce(c.tags, '') not in (' [none]', ' [personal]', ' [secret]', ' [opaque]')
    order by 1
  ),
  array['core.planted.code', 'core.planted.names', 'core.planted.words'],
  'a column without a tag, with an unknown one or with two is found'
);
select is(
  array(select c.name from columns as c where coalesce(c.tags, '') !~ '^( \[(none|personal|secret|opaque)\])?$' order by 1),
  array['core.planted.names', 'core.planted.words'], 'an unknown tag is found'
);

select * from finish();
rollback;
