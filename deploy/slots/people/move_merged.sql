-- Deploy gamekeeper:slots/people/move_merged to pg
-- requires: core/callers/is_service core/callers/user_id slots/wallets/wallets slots/wallets/wallet_entries slots/wallets/entry_hash slots/wallets/next_entry slots/wallets/spent_on slots/wallets/movement slots/wallets/write_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.move_merged(wallet slots.wallets, amount numeric, idempotency_key text, at timestamptz)
returns void
language plpgsql
volatile
as $$
declare
  _wallet slots.wallets := move_merged.wallet;
  _entry slots.wallet_entries;
begin
  if move_merged.amount <> 0 then
    _entry := slots.next_entry(
      _wallet, 'merge', move_merged.amount, null, null, move_merged.idempotency_key, move_merged.at, core.is_service(), core.user_id(), 'merge'
    );
    _entry.entry_hash := slots.entry_hash(_wallet.last_hash, _entry);
    _wallet.spent_today := slots.spent_on(_wallet, move_merged.at);
    _wallet.balance := _entry.balance_after;
    _wallet.last_entry_no := _entry.entry_no;
    _wallet.last_entry_at := _entry.created_at;
    _wallet.last_hash := _entry.entry_hash;
    perform slots.write_entries(row(_wallet, array[_entry])::slots.movement);
  end if;
end
$$;
comment on function slots.move_merged(slots.wallets, numeric, text, timestamptz) is
  'Moves a wallet that the caller holds locked by one of the two entries of a merge; an amount of zero moves nothing. [helper]';
revoke all on function slots.move_merged(slots.wallets, numeric, text, timestamptz) from public;
commit;
