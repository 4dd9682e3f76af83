-- Deploy gamekeeper:core/shards/definitions_digest to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The same on every server that has the same rows: what the session has set for the form of values is set here.
create function core.definitions_digest(table_name text, compared text[])
returns text
language plpgsql
stable
set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres'
set timezone = 'UTC'
set extra_float_digits = 1
set bytea_output = 'hex'
as $$
declare
  _columns constant text := coalesce((select string_agg(format('t.%I', c.name), ', ') from unnest(definitions_digest.compared) as c (name)), 't.*');
  _digest text;
begin
  execute format(
    'select count(*) || '' rows, '' || coalesce(sum((''x'' || left(md5(r::text), 15))::bit(60)::bigint), 0) from (select %s from %s as t) as r',
    _columns, definitions_digest.table_name::regclass
  )
  into _digest;
  return _digest;
end
$$;
comment on function core.definitions_digest(text, text[]) is
  'How many rows a table has, and the sum of their digests, in whatever order they come; of these columns, or with null of all. [helper]';
revoke all on function core.definitions_digest(text, text[]) from public;
commit;
