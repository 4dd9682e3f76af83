-- Deploy gamekeeper:slots/limits/with_turnover to pg
-- requires: slots/limits/accounts slots/limits/period_sums slots/limits/is_within slots/limits/require_within
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.with_turnover(
  account slots.accounts, won_before numeric, staked numeric, won_after numeric, at timestamptz, part text default null
)
returns slots.accounts
language plpgsql
stable
as $$
declare
  _account slots.accounts := with_turnover.account;
begin
  if with_turnover.won_before + with_turnover.staked + with_turnover.won_after > 0 then
    _account.last_bet_at := greatest(_account.last_bet_at, with_turnover.at);
    _account.staked := slots.period_sums(_account.staked, with_turnover.account.last_bet_at, _account.last_bet_at, with_turnover.staked);
    _account.lost := slots.period_sums(
      _account.lost, with_turnover.account.last_bet_at, _account.last_bet_at, with_turnover.staked - with_turnover.won_before - with_turnover.won_after
    );
  end if;
  if with_turnover.staked > 0 then
    if not slots.is_within(_account.stake_limits, _account.staked, 0::numeric) then
      perform slots.require_within('stake', _account.stake_limits, _account.staked, with_turnover.staked, with_turnover.part);
    end if;
    if not slots.is_within(_account.loss_limits, _account.lost, with_turnover.won_after) then
      perform slots.require_within(
        'loss', _account.loss_limits,
        slots.period_sums(_account.lost, _account.last_bet_at, _account.last_bet_at, with_turnover.won_after), with_turnover.staked,
        with_turnover.part
      );
    end if;
  end if;
  return _account;
end
$$;
comment on function slots.with_turnover(slots.accounts, numeric, numeric, numeric, timestamptz, text) is
  'The account as it is with stakes and their fees counted, and with payouts that came before or after them; its last_bet_at is '
  'the instant that they count for, which is never before that of the ones before. A bet counts as lost until it is paid: what it '
  'wins makes no room for itself. Payouts alone are never refused. Writes nothing. Raises: LIMIT_EXCEEDED. [helper]';
revoke all on function slots.with_turnover(slots.accounts, numeric, numeric, numeric, timestamptz, text) from public;
commit;
