-- Deploy gamekeeper:core/people/merge_ids to pg
-- requires: core/people/run_person_hooks core/callers/closed_persons core/records/note_request core/records/note_act core/keys/wall_clock core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The old id is closed first, so that nothing of it can begin; a hook that refuses undoes it all.
create function core.merge_ids(from_id uuid, into_id uuid, idempotency_key text, closed_at timestamptz default null)
returns core.closed_persons
language plpgsql
volatile
as $$
declare
  _row core.closed_persons;
  _kind text;
begin
  if merge_ids.from_id is null or merge_ids.into_id is null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', case when merge_ids.from_id is null then 'from_id' else 'into_id' end, 'problem', 'is missing'));
  elsif merge_ids.from_id = merge_ids.into_id then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'into_id', 'problem', 'is the same account'));
  end if;
  perform core.note_request(
    'core.merge_accounts', merge_ids.idempotency_key,
    jsonb_build_array(merge_ids.from_id, merge_ids.into_id), merge_ids.from_id::text
  );
  insert into core.closed_persons as c (person_id, kind, into_id, closed_at)
  values (merge_ids.from_id, 'merged', merge_ids.into_id, coalesce(merge_ids.closed_at, core.wall_clock()))
  on conflict on constraint closed_persons_pkey do nothing
  returning c.* into _row;
  if not found then
    select c.* into strict _row from core.closed_persons as c where c.person_id = merge_ids.from_id;
    if _row.kind = 'merged' and _row.into_id = merge_ids.into_id then
      return _row;
    end if;
    perform core.raise('CANNOT_MERGE', jsonb_build_object('system', 'core', 'problem', format('from_id is %s', _row.kind)));
  end if;
  select c.kind into _kind from core.closed_persons as c where c.person_id = merge_ids.into_id;
  if found then
    perform core.raise('CANNOT_MERGE', jsonb_build_object('system', 'core', 'problem', format('into_id is %s', _kind)));
  end if;
  perform core.run_person_hooks('merge', merge_ids.from_id, merge_ids.into_id);
  perform core.note_act(
    'core.closed_persons', null,
    jsonb_build_object('kind', 'merged', 'person_id', merge_ids.from_id, 'into_id', merge_ids.into_id)
  );
  return _row;
end
$$;
comment on function core.merge_ids(uuid, uuid, text, timestamptz) is
  'Makes one account of two on this server, as of an instant, or now. Raises: INVALID_INPUT, IDEMPOTENCY_CONFLICT, CANNOT_MERGE. [helper]';
revoke all on function core.merge_ids(uuid, uuid, text, timestamptz) from public;
commit;
