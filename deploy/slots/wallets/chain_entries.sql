-- Deploy gamekeeper:slots/wallets/chain_entries to pg
-- requires: core/errors/raise slots/wallets/wallets slots/wallets/wallet_entries slots/wallets/entry_hash slots/wallets/next_entry slots/wallets/spent_on slots/wallets/movement
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.chain_entries(
  wallet slots.wallets, kinds text[], amounts numeric[], session_id uuid, event_index bigint,
  idempotency_key text, at timestamptz, by_service boolean, actor uuid, part text default null
)
returns slots.movement
language plpgsql
stable
as $$
declare
  _wallet slots.wallets := chain_entries.wallet;
  _entry slots.wallet_entries;
  _entries slots.wallet_entries[] := array[]::slots.wallet_entries[];
begin
  _wallet.spent_today := slots.spent_on(_wallet, chain_entries.at);
  for _i in 1 .. cardinality(chain_entries.kinds) loop
    continue when chain_entries.amounts[_i] = 0;
    if _wallet.balance + chain_entries.amounts[_i] < 0 then
      perform core.raise('INSUFFICIENT_FUNDS', jsonb_strip_nulls(jsonb_build_object(
        'balance', _wallet.balance, 'missing', -(_wallet.balance + chain_entries.amounts[_i]), 'part', chain_entries.part
      )));
    end if;
    if _wallet.balance + chain_entries.amounts[_i] >= 1e16 then
      perform core.raise('INVALID_INPUT', '{"field": "amount", "problem": "the balance would pass 10^16"}');
    end if;
    _entry := slots.next_entry(
      _wallet, chain_entries.kinds[_i], chain_entries.amounts[_i], chain_entries.session_id, chain_entries.event_index,
      chain_entries.idempotency_key, chain_entries.at, chain_entries.by_service, chain_entries.actor,
      case chain_entries.kinds[_i] when 'merge' then 'merge' else 'play' end
    );
    if _entry.kind in ('stake', 'fee') then
      _wallet.spent_today := _wallet.spent_today - _entry.amount;
      if _wallet.spent_today > _wallet.daily_limit then
        perform core.raise('WALLET_LIMIT_EXCEEDED', jsonb_strip_nulls(jsonb_build_object(
          'dailyLimit', _wallet.daily_limit, 'spentToday', _wallet.spent_today + _entry.amount, 'asked', -_entry.amount,
          'part', chain_entries.part
        )));
      end if;
    end if;

    _entry.entry_hash := slots.entry_hash(_wallet.last_hash, _entry);
    _entries := _entries || _entry;
    _wallet.balance := _entry.balance_after;
    _wallet.last_entry_no := _entry.entry_no;
    _wallet.last_entry_at := _entry.created_at;
    _wallet.last_hash := _entry.entry_hash;
  end loop;
  return row(_wallet, _entries)::slots.movement;
end
$$;
comment on function slots.chain_entries(slots.wallets, text[], numeric[], uuid, bigint, text, timestamptz, boolean, uuid, text) is
  'Entries that move a wallet as the caller passes it, which holds its lock, each chained to the one before; amounts of zero are passed over. part: which part '
  'of the caller''s call bets, for DETAIL of a refused bet. Writes nothing. Raises: INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, '
  'INVALID_INPUT (the balance would not fit). [helper]';
revoke all on function slots.chain_entries(slots.wallets, text[], numeric[], uuid, bigint, text, timestamptz, boolean, uuid, text) from public;
commit;
