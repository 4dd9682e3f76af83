-- Deploy gamekeeper:slots/limits/count_bet to pg
-- requires: slots/limits/accounts slots/limits/period_sums slots/limits/require_within
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Counts first and then looks: a refusal takes the count back with everything else.
create function slots.count_bet(
  account slots.accounts, won_before numeric, staked numeric, won_after numeric, at timestamptz, part text default null
)
returns timestamptz
language plpgsql
volatile
as $$
declare
  _account slots.accounts := count_bet.account;
begin
  if count_bet.won_before + count_bet.staked + count_bet.won_after > 0 then
    _account.last_bet_at := greatest(_account.last_bet_at, count_bet.at);
    _account.staked := slots.period_sums(_account.staked, count_bet.account.last_bet_at, _account.last_bet_at, count_bet.staked);
    _account.lost := slots.period_sums(
      _account.lost, count_bet.account.last_bet_at, _account.last_bet_at, count_bet.staked - count_bet.won_before - count_bet.won_after
    );
  end if;
  update slots.accounts as a
  set
    staked = _account.staked, lost = _account.lost, last_bet_at = _account.last_bet_at,
    played = _account.played, last_act_at = _account.last_act_at
  where a.owner_id = _account.owner_id and a.currency = _account.currency;
  if count_bet.staked > 0 then
    perform slots.require_within('stake', _account.stake_limits, _account.staked, count_bet.staked, count_bet.part);
    perform slots.require_within(
      'loss', _account.loss_limits,
      slots.period_sums(_account.lost, _account.last_bet_at, _account.last_bet_at, count_bet.won_after), count_bet.staked, count_bet.part
    );
  end if;
  return _account.last_bet_at;
end
$$;
comment on function slots.count_bet(slots.accounts, numeric, numeric, numeric, timestamptz, text) is
  'Adds stakes with their fees, and payouts that came before or after them, to an account that the caller holds locked and passes as '
  'it read it, perhaps with an act (slots.with_act), and writes it; returns the '
  'instant that they count for, which is never before that of the ones before. A bet counts as lost until it is paid: what it '
  'wins makes no room for itself. Payouts alone are never refused. Raises: LIMIT_EXCEEDED. [helper]';
revoke all on function slots.count_bet(slots.accounts, numeric, numeric, numeric, timestamptz, text) from public;
commit;
