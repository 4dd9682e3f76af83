-- Deploy gamekeeper:slots/limits/count_bet to pg
-- requires: slots/limits/accounts slots/limits/period_sums slots/limits/require_within
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Counts first and then looks: a refusal takes the count back with everything else.
create function slots.count_bet(owner_id uuid, currency text, won_before numeric, staked numeric, won_after numeric, at timestamptz, part text)
returns timestamptz
language plpgsql
volatile
as $$
declare
  _account slots.accounts;
begin
  update slots.accounts as a
  set
    staked = slots.period_sums(a.staked, a.last_bet_at, greatest(a.last_bet_at, count_bet.at), count_bet.staked),
    lost = slots.period_sums(
      a.lost, a.last_bet_at, greatest(a.last_bet_at, count_bet.at), count_bet.staked - count_bet.won_before - count_bet.won_after
    ),
    last_bet_at = greatest(a.last_bet_at, count_bet.at)
  where a.owner_id = count_bet.owner_id and a.currency = count_bet.currency
  returning * into strict _account;
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
comment on function slots.count_bet(uuid, text, numeric, numeric, numeric, timestamptz, text) is
  'Adds stakes with their fees, and payouts that came before or after them, to an account that the caller holds locked; returns the '
  'instant that they count for, which is never before that of the ones before. A bet counts as lost until it is paid: what it '
  'wins makes no room for itself. Payouts alone are never refused. Raises: LIMIT_EXCEEDED. [helper]';
revoke all on function slots.count_bet(uuid, text, numeric, numeric, numeric, timestamptz, text) from public;
commit;
