-- Deploy gamekeeper:slots/wallets/wallet_operation to pg
-- requires: core/callers/is_service core/callers/require_user core/callers/user_id slots/checks/check_reason core/keys/wall_clock core/errors/raise slots/checks/is_money slots/checks/check_money slots/checks/check_text slots/wallets/wallets slots/wallets/wallet_entries slots/wallets/entry_hash slots/wallets/next_entry slots/wallets/spent_on slots/wallets/repeated_operation slots/wallets/find_wallet slots/limits/accounts slots/limits/count_deposit slots/limits/is_same_day core/shards/has_map core/shards/enter core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A credit locks the account first, so that deposits of a person are counted one after the other.
-- All checks of arguments come before the lock, and one UPDATE finds the wallet, locks, moves and chains, because a busy
-- wallet is as fast as its row is held short; where it moved nothing, the reason is looked for. The clock stands in
-- that UPDATE, which reads it again with the row that it waited for. That a key was used before shows when the entry
-- is written, and for two calls at the same instant too: the wallet is then put back to its newest entry, and the
-- first result returned.
create function slots.wallet_operation(
  wallet_id uuid, operation text, amount numeric, idempotency_key text default null, reason text default null,
  reference text default null
)
returns slots.wallet_entries
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
#variable_conflict use_column
declare
  _is_service constant boolean := core.is_service();
  _caller constant uuid := case when not _is_service then core.require_user() end;
  _actor uuid := _caller;
  _signed constant numeric := case wallet_operation.operation when 'credit' then 1 else -1 end * wallet_operation.amount;
  _reason constant text := coalesce(
    wallet_operation.reason, case wallet_operation.operation when 'credit' then 'deposit' else 'withdrawal' end
  );
  _is_deposit constant boolean := wallet_operation.operation = 'credit' and _reason = 'deposit';
  _wrong constant text := case
    when wallet_operation.operation is null or wallet_operation.operation not in ('credit', 'debit') then 'operation'
    when wallet_operation.operation = 'credit' and not _is_service then 'right'
    when wallet_operation.idempotency_key = '' or length(wallet_operation.idempotency_key) > 200 then 'idempotency_key'
    when wallet_operation.reason !~ '^[a-z_]{1,40}$' then 'reason'
    when wallet_operation.reference = '' or length(wallet_operation.reference) > 200 then 'reference'
    when slots.is_money(wallet_operation.amount) is not true then 'amount'
  end;
  _wallet slots.wallets;
  _account slots.accounts;
  _entry slots.wallet_entries;
begin
  if _wrong is not null then
    case _wrong
      when 'operation' then perform core.raise('INVALID_INPUT', '{"field": "operation", "problem": "must be credit or debit"}');
      when 'right' then perform core.raise('FORBIDDEN');
      when 'idempotency_key' then perform slots.check_text('idempotency_key', wallet_operation.idempotency_key, 200);
      when 'reason' then perform slots.check_reason(_reason);
      when 'reference' then perform slots.check_text('reference', wallet_operation.reference, 200);
      when 'amount' then perform slots.check_money('amount', wallet_operation.amount);
    end case;
  end if;
  if _caller is null then
    _actor := core.user_id();
  end if;
  if core.has_map() then
    perform core.enter(core.slot_in(wallet_operation.wallet_id));
  end if;

  if wallet_operation.operation = 'credit' then
    select a.* into _account
    from slots.wallets as w
    join slots.accounts as a on a.owner_id = w.owner_id and a.currency = w.currency
    where w.wallet_id = wallet_operation.wallet_id
    for no key update of a;
    if wallet_operation.idempotency_key is not null then
      _entry := slots.repeated_operation(
        wallet_operation.wallet_id, wallet_operation.operation, _signed, wallet_operation.idempotency_key, _reason, wallet_operation.reference
      );
      if _entry.entry_no is not null then
        return _entry;
      end if;
    end if;
    if _is_deposit and _account.excluded_until > core.wall_clock() then
      perform core.raise('EXCLUDED', jsonb_build_object('until', _account.excluded_until));
    end if;
  end if;

  update slots.wallets as w
  set (balance, spent_today, last_entry_no, last_entry_at, last_hash) = (
    select
      (n.entry).balance_after,
      slots.spent_on(w, (n.entry).created_at),
      (n.entry).entry_no,
      (n.entry).created_at,
      slots.entry_hash(w.last_hash, n.entry)
    -- a column, so that the clock is read once and the planner inlines slots.entry_hash
    from (
      select slots.next_entry(
        w, wallet_operation.operation, _signed, null, null, wallet_operation.idempotency_key,
        greatest(core.wall_clock(), _account.last_deposit_at), _is_service, _actor, _reason, wallet_operation.reference
      ) as entry
      offset 0
    ) as n
  )
  where w.wallet_id = wallet_operation.wallet_id
    and (w.owner_id = _caller or _is_service) and w.deleted_at is null
    and w.balance + _signed >= 0 and w.balance + _signed < 1e16
  returning
    w.wallet_id, w.last_entry_no, w.owner_id, wallet_operation.operation, _signed, w.balance,
    null::uuid, null::bigint, wallet_operation.idempotency_key, w.last_entry_at, w.last_hash, 2::smallint, _is_service, _reason,
    wallet_operation.reference, _actor, null::bigint
  into _entry;
  if not found then
    _wallet := slots.find_wallet(wallet_operation.wallet_id);
    _entry := slots.repeated_operation(
      wallet_operation.wallet_id, wallet_operation.operation, _signed, wallet_operation.idempotency_key, _reason, wallet_operation.reference
    );
    if _entry.entry_no is not null then
      return _entry;
    elsif _wallet.deleted_at is not null then
      perform core.raise('WALLET_CLOSED', jsonb_build_object('walletId', wallet_operation.wallet_id));
    elsif wallet_operation.operation = 'debit' then
      perform core.raise('INSUFFICIENT_FUNDS', jsonb_build_object('asked', wallet_operation.amount));
    else
      perform core.raise('INVALID_INPUT', '{"field": "amount", "problem": "the balance would pass 10^16"}');
    end if;
  end if;

  insert into slots.wallet_entries values (_entry.*)
  on conflict (wallet_id, idempotency_key, by_service) where session_id is null and idempotency_key is not null do nothing;
  if not found then
    update slots.wallets as w
    set
      balance = e.balance_after,
      last_entry_no = e.entry_no,
      -- spent on another day than that of the entry came with a merge, and would count for no day any more
      last_entry_at = case
        when w.spent_today > 0 and not slots.is_same_day(w.last_entry_at, e.created_at) then w.last_entry_at else e.created_at
      end,
      last_hash = e.entry_hash
    from slots.wallet_entries as e
    where w.wallet_id = wallet_operation.wallet_id and e.wallet_id = w.wallet_id and e.entry_no = w.last_entry_no - 1;
    return slots.repeated_operation(
      wallet_operation.wallet_id, wallet_operation.operation, _signed, wallet_operation.idempotency_key, _reason, wallet_operation.reference
    );
  end if;
  if _is_deposit then
    perform slots.count_deposit(_account.owner_id, _account.currency, _signed, _entry.created_at);
  end if;
  return _entry;
end
$$;
comment on function slots.wallet_operation(uuid, text, numeric, text, text, text) is
  'Moves money from or to outside and returns the ledger entry: credit (service only: nobody mints their own money) '
  'or debit (owner or service; it does not count as spend). reason is a code of 1 to 40 of a-z_, without one deposit or withdrawal; '
  'credits of the reason deposit count as deposits, and nobody who is excluded makes one. reference is what others call the movement. The same idempotency_key with the same '
  'request returns the first entry and moves nothing; without a key every call is new; keys of the owner and of the '
  'service are apart. Call it as select * from slots.wallet_operation(...). Raises: UNAUTHENTICATED, NOT_FOUND, '
  'FORBIDDEN, INVALID_INPUT, INSUFFICIENT_FUNDS, WALLET_CLOSED, EXCLUDED, LIMIT_EXCEEDED, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function slots.wallet_operation(uuid, text, numeric, text, text, text) from public;
grant execute on function slots.wallet_operation(uuid, text, numeric, text, text, text) to authenticated, service_role;
commit;
