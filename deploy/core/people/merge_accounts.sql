-- Deploy gamekeeper:core/people/merge_accounts to pg
-- requires: core/people/run_person_hooks core/callers/closed_persons core/callers/require_service core/records/note_request core/errors/raise core/shards/enter core/keys/slot_of core/records/note_act
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The old id is closed first, so that nothing of it can begin; a hook that refuses undoes it all.
create function core.merge_accounts(from_id uuid, into_id uuid, idempotency_key text default null)
returns core.closed_persons
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _row core.closed_persons;
  _kind text;
begin
  perform core.require_service();
  if merge_accounts.from_id is null or merge_accounts.into_id is null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', case when merge_accounts.from_id is null then 'from_id' else 'into_id' end, 'problem', 'is missing'));
  elsif merge_accounts.from_id = merge_accounts.into_id then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'into_id', 'problem', 'is the same account'));
  end if;
  -- both live here, and what they have elsewhere is not merged (docs/scale.md)
  perform core.enter(core.slot_of(merge_accounts.from_id::text));
  perform core.enter(core.slot_of(merge_accounts.into_id::text));
  perform core.note_request(
    'core.merge_accounts', merge_accounts.idempotency_key,
    jsonb_build_array(merge_accounts.from_id, merge_accounts.into_id), merge_accounts.from_id::text
  );
  insert into core.closed_persons as c (person_id, kind, into_id)
  values (merge_accounts.from_id, 'merged', merge_accounts.into_id)
  on conflict on constraint closed_persons_pkey do nothing
  returning c.* into _row;
  if not found then
    select c.* into strict _row from core.closed_persons as c where c.person_id = merge_accounts.from_id;
    if _row.kind = 'merged' and _row.into_id = merge_accounts.into_id then
      return _row;
    end if;
    perform core.raise('CANNOT_MERGE', jsonb_build_object('system', 'core', 'problem', format('from_id is %s', _row.kind)));
  end if;
  select c.kind into _kind from core.closed_persons as c where c.person_id = merge_accounts.into_id;
  if found then
    perform core.raise('CANNOT_MERGE', jsonb_build_object('system', 'core', 'problem', format('into_id is %s', _kind)));
  end if;
  perform core.run_person_hooks('merge', merge_accounts.from_id, merge_accounts.into_id);
  perform core.note_act(
    'core.closed_persons', null,
    jsonb_build_object('kind', 'merged', 'person_id', merge_accounts.from_id, 'into_id', merge_accounts.into_id)
  );
  return _row;
end
$$;
comment on function core.merge_accounts(uuid, uuid, text) is
  'Makes one account of two, as when a guest turns out to have one: what is live and the balances move to into_id, of limits and '
  'exclusions the stricter holds, histories stay under from_id, which erasure and export of into_id follow. from_id can act no '
  'more. Call it as '
  'select * from core.merge_accounts(...). Raises: FORBIDDEN, INVALID_INPUT, IDEMPOTENCY_CONFLICT, CANNOT_MERGE (one of them is closed, or both sit in one game '
  'or session). [service] [repeat: key]';
revoke all on function core.merge_accounts(uuid, uuid, text) from public;
grant execute on function core.merge_accounts(uuid, uuid, text) to service_role;
commit;
