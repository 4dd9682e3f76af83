-- Deploy gamekeeper:slots/turns/with_entries to pg
-- requires: slots/limits/with_turnover slots/wallets/movement slots/wallets/chain_entries slots/turns/turn
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.with_entries(
  turn slots.turn, kinds text[], amounts numeric[], idempotency_key text, at timestamptz, part text default null
)
returns slots.turn
language plpgsql
stable
as $$
declare
  _turn slots.turn := with_entries.turn;
  _moved slots.movement;
  _staked numeric := 0::numeric;
  _won_before numeric := 0::numeric;
  _won_after numeric := 0::numeric;
begin
  for _i in 1 .. cardinality(with_entries.kinds) loop
    if with_entries.kinds[_i] in ('stake', 'fee') then
      _staked := _staked - with_entries.amounts[_i];
    elsif _staked = 0 then
      _won_before := with_entries.amounts[_i];
    else
      _won_after := with_entries.amounts[_i];
    end if;
  end loop;
  _turn.account := slots.with_turnover(
    _turn.account, _won_before, _staked, _won_after, greatest(with_entries.at, (_turn.wallet).last_entry_at), with_entries.part
  );
  _moved := slots.chain_entries(
    _turn.wallet, with_entries.kinds, with_entries.amounts, (_turn.session).session_id, (_turn.session).event_count + 1,
    with_entries.idempotency_key, greatest(with_entries.at, (_turn.wallet).last_entry_at, (_turn.account).last_bet_at), _turn.by_service, _turn.actor,
    with_entries.part
  );
  _turn.wallet := _moved.wallet;
  _turn.entries := _turn.entries || _moved.entries;
  return _turn;
end
$$;
comment on function slots.with_entries(slots.turn, text[], numeric[], text, timestamptz, text) is
  'The turn with stakes, fees and payouts of its next event, counted on the account and chained in the wallet''s ledger. part: which '
  'part of the caller''s call bets, for DETAIL of a refused bet. Writes nothing. Raises: INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, '
  'LIMIT_EXCEEDED, INVALID_INPUT (the balance would not fit). [helper]';
revoke all on function slots.with_entries(slots.turn, text[], numeric[], text, timestamptz, text) from public;
commit;
