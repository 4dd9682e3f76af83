-- Deploy gamekeeper:core/upkeep/health_indexes to pg
-- requires: core/upkeep/health_checks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_indexes()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  select
    count(*) = 0,
    coalesce(string_agg(i.indexrelid::regclass::text, ', ' order by i.indexrelid::regclass::text), 'no invalid index'),
    'REINDEX what is named.'
  from pg_catalog.pg_index as i
  join pg_catalog.pg_class as c on c.oid = i.indrelid
  where pg_catalog.pg_get_userbyid(c.relowner) = 'gamekeeper' and not i.indisvalid;
end;
comment on function core.health_indexes() is 'Whether every index of the package is valid. [helper]';
revoke all on function core.health_indexes() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.indexes', 'core.health_indexes()', 'No index is invalid.');
commit;
