-- Deploy gamekeeper:core/people/merge_part to pg
-- requires: core/people/merge_ids core/callers/closed_persons core/callers/require_service core/keys/slot_of core/shards/enter core/shards/is_elsewhere core/shards/require_map core/shards/shard_map core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A trial does all that the merge does and takes it back, so that what refuses it does so before any server has begun.
create function core.merge_part(map_version integer, from_id uuid, into_id uuid, idempotency_key text, step text, closed_at timestamptz)
returns setof core.closed_persons
language plpgsql
volatile
as $$
declare
  _slot constant integer := core.slot_of(merge_part.from_id::text);
  _into_slot constant integer := core.slot_of(merge_part.into_id::text);
  _into_shard constant text := (select m.shard from core.shard_map as m where m.slot = _into_slot);
  _is_tried boolean := false;
begin
  perform core.require_map(merge_part.map_version);
  perform core.require_service();
  perform from core.closed_persons as c where c.person_id = merge_part.from_id and c.kind = 'merged' and c.into_id = merge_part.into_id;
  if not found and (select m.shard from core.shard_map as m where m.slot = _slot) <> _into_shard then
    perform core.raise('CANNOT_MERGE', jsonb_build_object(
      'system', 'core', 'problem', 'the two live on different shards', 'slot', _slot, 'intoShard', _into_shard
    ));
  end if;
  if not core.is_elsewhere(_slot) then
    perform core.enter(_slot);
    perform core.enter(_into_slot);
  elsif merge_part.step = 'home' then
    return;
  end if;
  if merge_part.step <> 'try' then
    return next core.merge_ids(merge_part.from_id, merge_part.into_id, merge_part.idempotency_key, merge_part.closed_at);
    return;
  end if;
  return query
    select c.* from core.closed_persons as c
    where c.person_id = merge_part.from_id and c.kind = 'merged' and c.into_id = merge_part.into_id;
  begin
    perform core.merge_ids(merge_part.from_id, merge_part.into_id, merge_part.idempotency_key);
    _is_tried := true;
    raise exception using errcode = 'assert_failure';
  exception
    when assert_failure then
      if not _is_tried then
        raise;
      end if;
  end;
end
$$;
comment on function core.merge_part(integer, uuid, uuid, text, text, timestamptz) is
  'What core.merge_accounts does on one of several servers (docs/scale.md, "Two accounts over all shards"): try it and answer who is merged already, do it '
  'where the two live (home), do it on the others (rest) with the instant of the first. Raises: RETRY_LATER, FORBIDDEN, INVALID_INPUT, '
  'IDEMPOTENCY_CONFLICT, CANNOT_MERGE. [helper]';
revoke all on function core.merge_part(integer, uuid, uuid, text, text, timestamptz) from public;
commit;
