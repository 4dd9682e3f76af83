-- Deploy gamekeeper:slots/play/reverse to pg
-- requires: core/callers/is_service core/callers/user_id core/callers/require_service core/errors/raise core/keys/utc core/keys/wall_clock slots/checks/check_reason slots/checks/check_text slots/wallets/wallets slots/wallets/wallet_entries slots/wallets/next_entry slots/wallets/entry_hash slots/wallets/movement slots/wallets/write_entries slots/wallets/spent_on slots/wallets/repeated_operation slots/limits/accounts slots/limits/merged_sums slots/sessions/sessions slots/sessions/lock_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the account, the session that moved the money, then the wallet, as all that moves money does.
create function slots.reverse(
  wallet_id uuid, entry_no bigint, reason text, idempotency_key text default null, reference text default null
)
returns setof slots.wallet_entries
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _wallet slots.wallets;
  _account slots.accounts;
  _session slots.sessions;
  _entry slots.wallet_entries;
  _taken slots.wallet_entries;
  _reversal slots.wallet_entries;
  _entries slots.wallet_entries[] := array[]::slots.wallet_entries[];
  _at timestamptz;
begin
  perform core.require_service();
  perform slots.check_reason(reverse.reason);
  if reverse.idempotency_key is not null then
    perform slots.check_text('idempotency_key', reverse.idempotency_key, 200);
  end if;
  if reverse.reference is not null then
    perform slots.check_text('reference', reverse.reference, 200);
  end if;
  select * into _entry from slots.wallet_entries as e where e.wallet_id = reverse.wallet_id and e.entry_no = reverse.entry_no;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('walletId', reverse.wallet_id, 'entryNo', reverse.entry_no));
  elsif _entry.kind in ('merge', 'reversal') then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'entry_no', 'problem', format('a %s is not reversed', _entry.kind)));
  end if;
  select a.* into strict _account
  from slots.wallets as w
  join slots.accounts as a on a.owner_id = w.owner_id and a.currency = w.currency
  where w.wallet_id = reverse.wallet_id
  for no key update of a;
  if _entry.session_id is not null then
    _session := slots.lock_session(_entry.session_id);
  end if;
  select * into strict _wallet from slots.wallets as w where w.wallet_id = reverse.wallet_id for no key update;

  _reversal := slots.repeated_operation(
    reverse.wallet_id, 'reversal', -_entry.amount, reverse.idempotency_key, reverse.reason, reverse.reference
  );
  if _reversal.entry_no is not null and _reversal.reverses <> reverse.entry_no then
    perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('idempotencyKey', reverse.idempotency_key));
  elsif _reversal.entry_no is not null then
    return next _reversal;
    return query
      select e.*
      from slots.wallet_entries as e
      join slots.wallet_entries as f on f.wallet_id = e.wallet_id and f.entry_no = e.reverses
      where e.wallet_id = reverse.wallet_id and e.entry_no = _reversal.entry_no + 1
        and _entry.kind = 'stake' and f.kind = 'fee' and f.session_id = _entry.session_id and f.event_index = _entry.event_index
        and e.created_at = _reversal.created_at;
    return;
  end if;
  select * into _reversal from slots.wallet_entries as e where e.wallet_id = reverse.wallet_id and e.reverses = reverse.entry_no;
  if found then
    perform core.raise('ENTRY_REVERSED', jsonb_build_object('entryNo', reverse.entry_no, 'reversedBy', _reversal.entry_no));
  elsif _wallet.deleted_at is not null then
    perform core.raise('WALLET_CLOSED', jsonb_build_object('walletId', reverse.wallet_id));
  elsif _entry.kind in ('stake', 'fee') and _session.pending_bet is not null and _session.event_count = _entry.event_index then
    perform core.raise('BET_PLACED', jsonb_build_object('stake', trim_scale(_session.pending_bet)));
  end if;

  _at := greatest(core.wall_clock(), _wallet.last_entry_at);
  _wallet.spent_today := slots.spent_on(_wallet, _at);
  for _taken in
    select e.*
    from slots.wallet_entries as e
    where e.wallet_id = reverse.wallet_id and (
      e.entry_no = reverse.entry_no or (
        _entry.kind = 'stake' and e.entry_no = reverse.entry_no + 1 and e.kind = 'fee' and e.session_id = _entry.session_id
        and e.event_index = _entry.event_index
        and not exists (select from slots.wallet_entries as r where r.wallet_id = reverse.wallet_id and r.reverses = e.entry_no)
      )
    )
    order by e.entry_no
  loop
    if _wallet.balance < _taken.amount then
      perform core.raise('INSUFFICIENT_FUNDS', jsonb_build_object('balance', _wallet.balance, 'missing', _taken.amount - _wallet.balance));
    elsif _wallet.balance - _taken.amount >= 1e16 then
      perform core.raise('INVALID_INPUT', '{"field": "entry_no", "problem": "the balance would pass 10^16"}');
    end if;
    _reversal := slots.next_entry(
      _wallet, 'reversal', -_taken.amount, null, null, case when _taken.entry_no = reverse.entry_no then reverse.idempotency_key end, _at,
      true, core.user_id(), reverse.reason, reverse.reference, _taken.entry_no
    );
    _reversal.entry_hash := slots.entry_hash(_wallet.last_hash, _reversal);
    _entries := _entries || _reversal;
    _wallet.balance := _reversal.balance_after;
    _wallet.last_entry_no := _reversal.entry_no;
    _wallet.last_entry_at := _reversal.created_at;
    _wallet.last_hash := _reversal.entry_hash;
    if _taken.kind in ('stake', 'fee', 'payout') then
      _account.lost := slots.merged_sums(
        _account.lost, _account.last_bet_at, array_fill(_taken.amount, array[3]), _taken.created_at, _account.last_bet_at
      );
    end if;
    if _taken.kind in ('stake', 'fee') then
      _account.staked := slots.merged_sums(
        _account.staked, _account.last_bet_at, array_fill(_taken.amount, array[3]), _taken.created_at, _account.last_bet_at
      );
      if core.utc(_taken.created_at)::date = core.utc(_at)::date then
        _wallet.spent_today := _wallet.spent_today + _taken.amount;
      end if;
    elsif _taken.kind = 'credit' and _taken.reason = 'deposit' then
      _account.deposited := slots.merged_sums(
        _account.deposited, _account.last_deposit_at, array_fill(-_taken.amount, array[3]), _taken.created_at, _account.last_deposit_at
      );
    end if;
    return next _reversal;
  end loop;
  perform slots.write_entries(row(_wallet, _entries)::slots.movement);
  update slots.accounts as a
  set staked = _account.staked, lost = _account.lost, deposited = _account.deposited
  where a.owner_id = _account.owner_id and a.currency = _account.currency;
end
$$;
comment on function slots.reverse(uuid, bigint, text, text, text) is
  'Service: takes an entry of a wallet back, and with a stake its fee, by entries of the kind reversal that point at what they reverse; returns them. '
  'What the entry counted for in the daily limit and the limits of the account is given back, where its day, week or month is still the present '
  'one. Each entry is reversed once at the most: a repeated idempotency_key gives what was made the first time, another call is ENTRY_REVERSED. '
  'The stake of a bet that waits for its spin is not reversed, nor a merge, nor a reversal; a payout that was spent is missing. reason is a code of 1 to 40 of a-z_, reference what the '
  'provider calls it. Call it as select * from slots.reverse(...). Raises: FORBIDDEN, NOT_FOUND, INVALID_INPUT, ENTRY_REVERSED, BET_PLACED, INSUFFICIENT_FUNDS, WALLET_CLOSED, IDEMPOTENCY_CONFLICT. [service] [repeat: key]';
revoke all on function slots.reverse(uuid, bigint, text, text, text) from public;
grant execute on function slots.reverse(uuid, bigint, text, text, text) to service_role;
commit;
