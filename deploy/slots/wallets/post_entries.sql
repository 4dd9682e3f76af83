-- Deploy gamekeeper:slots/wallets/post_entries to pg
-- requires: core/errors/raise slots/wallets/wallets slots/wallets/wallet_entries slots/wallets/entry_hash slots/wallets/next_entry slots/wallets/spent_on slots/limits/count_bet
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Where a session moves money; slots.wallet_operation moves it in and out. The caller holds the locks of the wallet and of its
-- account, and passes both as it read them, the account perhaps with an act; no account where nothing counts. Amounts of zero are
-- passed over; wallet and account are written once, whatever the number of entries.
create function slots.post_entries(
  wallet slots.wallets, account slots.accounts, kinds text[], amounts numeric[], session_id uuid, event_index bigint,
  idempotency_key text, at timestamptz, part text default null
)
returns slots.wallets
language plpgsql
volatile
as $$
declare
  _wallet slots.wallets := post_entries.wallet;
  _entry slots.wallet_entries;
  _at timestamptz := greatest(post_entries.at, post_entries.wallet.last_entry_at);
  _staked numeric := 0::numeric;
  _won_before numeric := 0::numeric;
  _won_after numeric := 0::numeric;
begin
  for _i in 1 .. cardinality(post_entries.kinds) loop
    if post_entries.kinds[_i] in ('stake', 'fee') then
      _staked := _staked - post_entries.amounts[_i];
    elsif post_entries.kinds[_i] = 'payout' and _staked = 0 then
      _won_before := post_entries.amounts[_i];
    elsif post_entries.kinds[_i] = 'payout' then
      _won_after := post_entries.amounts[_i];
    end if;
  end loop;
  if post_entries.account.owner_id is not null then
    _at := greatest(_at, slots.count_bet(post_entries.account, _won_before, _staked, _won_after, _at, post_entries.part));
  end if;
  _wallet.spent_today := slots.spent_on(_wallet, _at);
  for _i in 1 .. cardinality(post_entries.kinds) loop
    continue when post_entries.amounts[_i] = 0;
    if _wallet.balance + post_entries.amounts[_i] < 0 then
      perform core.raise('INSUFFICIENT_FUNDS', jsonb_strip_nulls(jsonb_build_object(
        'balance', _wallet.balance, 'missing', -(_wallet.balance + post_entries.amounts[_i]), 'part', post_entries.part
      )));
    end if;
    if _wallet.balance + post_entries.amounts[_i] >= 1e16 then
      perform core.raise('INVALID_INPUT', '{"field": "amount", "problem": "the balance would pass 10^16"}');
    end if;
    _entry := slots.next_entry(
      _wallet, post_entries.kinds[_i], post_entries.amounts[_i], post_entries.session_id, post_entries.event_index,
      post_entries.idempotency_key, _at, case post_entries.kinds[_i] when 'merge' then 'merge' else 'play' end
    );
    if _entry.kind in ('stake', 'fee') then
      _wallet.spent_today := _wallet.spent_today - _entry.amount;
      if _wallet.spent_today > _wallet.daily_limit then
        perform core.raise('WALLET_LIMIT_EXCEEDED', jsonb_strip_nulls(jsonb_build_object(
          'dailyLimit', post_entries.wallet.daily_limit, 'spentToday', _wallet.spent_today + _entry.amount, 'asked', -_entry.amount,
          'part', post_entries.part
        )));
      end if;
    end if;

    _entry.entry_hash := slots.entry_hash(_wallet.last_hash, _entry);
    insert into slots.wallet_entries values (_entry.*);
    _wallet.balance := _entry.balance_after;
    _wallet.last_entry_no := _entry.entry_no;
    _wallet.last_entry_at := _entry.created_at;
    _wallet.last_hash := _entry.entry_hash;
  end loop;

  if _wallet.last_entry_no > post_entries.wallet.last_entry_no then
    update slots.wallets as w
    set
      balance = _wallet.balance,
      spent_today = _wallet.spent_today,
      last_entry_no = _wallet.last_entry_no,
      last_entry_at = _wallet.last_entry_at,
      last_hash = _wallet.last_hash
    where w.wallet_id = _wallet.wallet_id;
  end if;
  return _wallet;
end
$$;
comment on function slots.post_entries(slots.wallets, slots.accounts, text[], numeric[], uuid, bigint, text, timestamptz, text) is
  'Appends entries to a wallet''s ledger and moves its balance; returns the wallet as it is now. part: which part '
  'of the caller''s call bets, for DETAIL of a refused bet. Raises: INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, '
  'LIMIT_EXCEEDED, INVALID_INPUT (the balance would not fit). [helper]';
revoke all on function slots.post_entries(slots.wallets, slots.accounts, text[], numeric[], uuid, bigint, text, timestamptz, text) from public;
commit;
