-- Deploy gamekeeper:core/people/export_my_part to pg
-- requires: core/people/export_my_data core/shards/require_map core/shards/shards
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type core.exported_part as (shard text, system text, table_name text, key jsonb, "row" jsonb);
comment on type core.exported_part is 'A row of what one shard keeps of a person (docs/scale.md, "A person''s data from all shards").';
comment on column core.exported_part.shard is 'The shard; null on one machine.';
comment on column core.exported_part.system is 'The system that keeps it.';
comment on column core.exported_part.table_name is 'The table, as schema.table.';
comment on column core.exported_part.key is 'The values of its primary key, in order.';
comment on column core.exported_part."row" is 'The whole row, without what is secret.';

create function core.export_my_part(map_version integer, system text, after jsonb, page_size integer)
returns setof core.exported_part
language plpgsql
stable
as $$
begin
  perform core.require_map(export_my_part.map_version);
  return query
    select (select s.shard from core.shards as s where s.is_here), e.*
    from core.export_my_data(export_my_part.system, export_my_part.after, export_my_part.page_size) as e;
end
$$;
comment on function core.export_my_part(integer, text, jsonb, integer) is
  'What core.export_my_data answers of this server, for an export of all. '
  'Raises: RETRY_LATER, UNAUTHENTICATED, ACCOUNT_CLOSED, INVALID_INPUT. [helper]';
revoke all on function core.export_my_part(integer, text, jsonb, integer) from public;
commit;
