-- Deploy gamekeeper:slots/wallets/post_entries to pg
-- requires: core/errors/raise core/keys/utc slots/wallets/wallets slots/wallets/wallet_entries slots/wallets/entry_hash
begin;
set local role gamekeeper;
-- Where a session moves money (slots.wallet_operation moves it in and out). The caller holds the wallet's row lock and passes the row as it read
-- it; amounts of zero are passed over; the wallet is written once, whatever the number of entries.
-- The day is that of the entry's time, which never goes back, so that the sum of stakes and fees by the
-- UTC day of created_at is exactly what the limit bounds.
create function slots.post_entries(
  wallet slots.wallets, kinds text[], amounts numeric[], session_id uuid, event_index bigint,
  idempotency_key text, at timestamptz
)
returns slots.wallet_entries
language plpgsql
volatile
as $$
declare
  _entry slots.wallet_entries;
  _at timestamptz := greatest(post_entries.at, post_entries.wallet.last_entry_at);
  _entry_no bigint := post_entries.wallet.last_entry_no;
  _balance numeric := post_entries.wallet.balance;
  _hash bytea := post_entries.wallet.last_hash;
  _spent numeric := case
    when core.utc(_at)::date = core.utc(post_entries.wallet.last_entry_at)::date then post_entries.wallet.spent_today
    else 0
  end;
begin
  for _i in 1 .. cardinality(post_entries.kinds) loop
    continue when post_entries.amounts[_i] = 0;
    _balance := _balance + post_entries.amounts[_i];
    if _balance < 0 then
      perform core.raise('INSUFFICIENT_FUNDS', jsonb_build_object('balance', post_entries.wallet.balance, 'missing', -_balance));
    end if;
    if _balance >= 1e16 then
      perform core.raise('INVALID_INPUT', '{"field": "amount", "problem": "the balance would pass 10^16"}');
    end if;
    if post_entries.kinds[_i] in ('stake', 'fee') then
      _spent := _spent - post_entries.amounts[_i];
      if _spent > post_entries.wallet.daily_limit then
        perform core.raise('WALLET_LIMIT_EXCEEDED', jsonb_build_object(
          'daily_limit', post_entries.wallet.daily_limit, 'spent_today', _spent + post_entries.amounts[_i], 'asked', -post_entries.amounts[_i]
        ));
      end if;
    end if;

    _entry_no := _entry_no + 1;
    _entry := row(
      post_entries.wallet.wallet_id, _entry_no, post_entries.wallet.owner_id, post_entries.kinds[_i], post_entries.amounts[_i], _balance,
      post_entries.session_id, post_entries.event_index, post_entries.idempotency_key, _at, null::bytea, 1::smallint
    );
    _hash := slots.entry_hash(_hash, _entry);
    _entry.entry_hash := _hash;
    insert into slots.wallet_entries values (_entry.*);
  end loop;

  if _entry_no > post_entries.wallet.last_entry_no then
    update slots.wallets as w
    set balance = _balance, spent_today = _spent, last_entry_no = _entry_no, last_entry_at = _at, last_hash = _hash
    where w.wallet_id = post_entries.wallet.wallet_id;
  end if;
  return _entry;
end
$$;
comment on function slots.post_entries(slots.wallets, text[], numeric[], uuid, bigint, text, timestamptz) is
  'Appends entries to a wallet''s ledger and moves its balance; returns the last entry. Raises: INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, INVALID_INPUT (the balance would not fit).';
revoke all on function slots.post_entries(slots.wallets, text[], numeric[], uuid, bigint, text, timestamptz) from public;
commit;
