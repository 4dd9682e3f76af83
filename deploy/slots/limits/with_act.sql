-- Deploy gamekeeper:slots/limits/with_act to pg
-- requires: core/errors/raise slots/limits/accounts slots/limits/period_sums
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.with_act(account slots.accounts, at timestamptz, is_bet boolean, part text)
returns slots.accounts
language plpgsql
stable
as $$
declare
  _pause constant interval := interval '5 minutes';
  _account slots.accounts := with_act.account;
  _since constant interval := with_act.at - _account.last_act_at;
  _seconds constant numeric := case when _since < _pause then greatest(0, extract(epoch from _since)) else 0 end;
begin
  if _account.excluded_until > with_act.at then
    perform core.raise('EXCLUDED', jsonb_build_object('until', _account.excluded_until));
  end if;
  _account.last_act_at := greatest(_account.last_act_at, with_act.at);
  _account.played := slots.period_sums(_account.played, with_act.account.last_act_at, _account.last_act_at, _seconds);
  if with_act.is_bet and _account.time_limits <> '{}' then
    for _i in 1 .. 3 loop
      if _account.played[_i] >= 60 * _account.time_limits[_i] then
        perform core.raise('LIMIT_EXCEEDED', jsonb_strip_nulls(jsonb_build_object(
          'kind', 'time', 'period', (array['24h', '7d', 'month'])[_i], 'limit', trim_scale(_account.time_limits[_i]),
          'used', round(_account.played[_i] / 60, 1), 'part', with_act.part
        )));
      end if;
    end loop;
  end if;
  return _account;
end
$$;
comment on function slots.with_act(slots.accounts, timestamptz, boolean, text) is
  'The account as it is with an act of this instant: the time since the last one is added, where it is less than five minutes. Refuses '
  'who is excluded, and a bet of who has played as long as they wanted. Writes nothing. Raises: EXCLUDED, LIMIT_EXCEEDED. [helper]';
revoke all on function slots.with_act(slots.accounts, timestamptz, boolean, text) from public;
commit;
