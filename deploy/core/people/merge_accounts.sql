-- Deploy gamekeeper:core/people/merge_accounts to pg
-- requires: core/people/merge_ids core/callers/require_service core/shards/enter core/keys/slot_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.merge_accounts(from_id uuid, into_id uuid, idempotency_key text default null)
returns core.closed_persons
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_service();
  -- both live here, and what they have elsewhere is not merged (docs/scale.md)
  perform core.enter(core.slot_of(merge_accounts.from_id::text));
  perform core.enter(core.slot_of(merge_accounts.into_id::text));
  return core.merge_ids(merge_accounts.from_id, merge_accounts.into_id, merge_accounts.idempotency_key);
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
