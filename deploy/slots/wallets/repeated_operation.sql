-- Deploy gamekeeper:slots/wallets/repeated_operation to pg
-- requires: core/callers/is_service core/errors/raise slots/wallets/wallet_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.repeated_operation(
  wallet_id uuid, kind text, amount numeric, idempotency_key text, reason text, reference text
)
returns slots.wallet_entries
language plpgsql
volatile
as $$
declare
  _entry slots.wallet_entries;
begin
  select * into _entry
  from slots.wallet_entries as e
  where e.wallet_id = repeated_operation.wallet_id
    and e.idempotency_key = repeated_operation.idempotency_key
    and e.by_service = core.is_service()
    and e.session_id is null;
  if found and (_entry.kind, _entry.amount, _entry.reason, _entry.reference)
    is distinct from (repeated_operation.kind, repeated_operation.amount, repeated_operation.reason, repeated_operation.reference)
  then
    perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('idempotencyKey', repeated_operation.idempotency_key));
  end if;
  return _entry;
end
$$;
comment on function slots.repeated_operation(uuid, text, numeric, text, text, text) is
  'The entry that slots.wallet_operation or slots.reverse made for the same kind of caller under this key; null when there is none, '
  'or no key. Volatile, so that it sees what was committed since the calling statement began. Raises: '
  'IDEMPOTENCY_CONFLICT (it was another request). [helper]';
revoke all on function slots.repeated_operation(uuid, text, numeric, text, text, text) from public;
commit;
