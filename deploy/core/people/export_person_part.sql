-- Deploy gamekeeper:core/people/export_person_part to pg
-- requires: core/people/export_person core/people/export_my_part core/shards/require_map core/shards/shards
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.export_person_part(map_version integer, person_id uuid, system text, after jsonb, page_size integer)
returns setof core.exported_part
language plpgsql
stable
as $$
begin
  perform core.require_map(export_person_part.map_version);
  return query
    select (select s.shard from core.shards as s where s.is_here), e.*
    from core.export_person(
      export_person_part.person_id, export_person_part.system, export_person_part.after, export_person_part.page_size
    ) as e;
end
$$;
comment on function core.export_person_part(integer, uuid, text, jsonb, integer) is
  'What core.export_person answers of this server, for an export of all. Raises: RETRY_LATER, FORBIDDEN, INVALID_INPUT. [helper]';
revoke all on function core.export_person_part(integer, uuid, text, jsonb, integer) from public;
commit;
