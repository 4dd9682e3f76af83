-- Deploy gamekeeper:slots/wallet_operation to pg
-- requires: core/now_utc core/raise core/require_service slots/check_money slots/check_text slots/wallets slots/wallet_entries slots/lock_wallet slots/post_entries
begin;
set local role gamekeeper;
-- Locks the wallet's row, then looks for the key, so that of two calls with one key at the same instant
-- the second waits, finds the first one's entry and returns it. No other lock.
create function slots.wallet_operation(wallet_id uuid, operation text, amount numeric, idempotency_key text default null)
returns slots.wallet_entries
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  _wallet slots.wallets := slots.lock_wallet(wallet_operation.wallet_id);
  _signed numeric;
  _key text;
  _entry slots.wallet_entries;
begin
  if wallet_operation.operation is null or wallet_operation.operation not in ('credit', 'debit') then
    perform core.raise('INVALID_INPUT', '{"field": "operation", "problem": "must be credit or debit"}');
  end if;
  if wallet_operation.operation = 'credit' then
    perform core.require_service();
  end if;
  _signed := slots.check_money('amount', wallet_operation.amount)
    * case wallet_operation.operation when 'credit' then 1 else -1 end;

  if wallet_operation.idempotency_key is not null then
    _key := slots.check_text('idempotency_key', wallet_operation.idempotency_key, 200);
    select * into _entry
    from slots.wallet_entries as e
    where e.wallet_id = wallet_operation.wallet_id
      and e.idempotency_key = _key
      and e.session_id is null;
    if found then
      if _entry.amount <> _signed then
        perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('idempotency_key', _key));
      end if;
      return _entry;
    end if;
  end if;

  return slots.post_entries(
    _wallet, array[wallet_operation.operation], array[_signed],
    null, null, _key, core.now_utc()
  );
end
$$;
comment on function slots.wallet_operation(uuid, text, numeric, text) is
  'Moves money from or to outside and returns the ledger entry: credit (service only: nobody mints their own money) or debit (owner or service; a withdrawal, so it does not count as spend). The same idempotency_key with the same request returns the first entry and moves nothing; without a key every call is new. Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, INVALID_INPUT, INSUFFICIENT_FUNDS, IDEMPOTENCY_CONFLICT.';
revoke all on function slots.wallet_operation(uuid, text, numeric, text) from public;
grant execute on function slots.wallet_operation(uuid, text, numeric, text) to authenticated, service_role;
commit;
