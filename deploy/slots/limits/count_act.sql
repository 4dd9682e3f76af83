-- Deploy gamekeeper:slots/limits/count_act to pg
-- requires: core/errors/raise slots/limits/accounts slots/limits/period_sums slots/limits/require_within
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.count_act(owner_id uuid, currency text, at timestamptz, part text default null, is_bet boolean default false)
returns void
language plpgsql
volatile
as $$
declare
  _pause constant interval := interval '5 minutes';
  _account slots.accounts;
begin
  update slots.accounts as a
  set
    played = slots.period_sums(
      a.played, a.last_act_at, greatest(a.last_act_at, count_act.at),
      case when count_act.at - a.last_act_at < _pause then greatest(0, extract(epoch from count_act.at - a.last_act_at)) else 0 end
    ),
    last_act_at = greatest(a.last_act_at, count_act.at)
  where a.owner_id = count_act.owner_id and a.currency = count_act.currency
  returning * into strict _account;
  if _account.excluded_until > count_act.at then
    perform core.raise('EXCLUDED', jsonb_build_object('until', _account.excluded_until));
  end if;
  for _i in 1 .. case when count_act.is_bet then 3 else 0 end loop
    if _account.played[_i] >= 60 * _account.time_limits[_i] then
      perform core.raise('LIMIT_EXCEEDED', jsonb_strip_nulls(jsonb_build_object(
        'kind', 'time', 'period', (array['24h', '7d', 'month'])[_i], 'limit', trim_scale(_account.time_limits[_i]),
        'used', round(_account.played[_i] / 60, 1), 'part', count_act.part
      )));
    end if;
  end loop;
end
$$;
comment on function slots.count_act(uuid, text, timestamptz, text, boolean) is
  'Adds the time since the last act to an account that the caller holds locked, where it is less than five minutes, and refuses '
  'who is excluded, and a bet of who has played as long as they wanted. Raises: EXCLUDED, LIMIT_EXCEEDED. [helper]';
revoke all on function slots.count_act(uuid, text, timestamptz, text, boolean) from public;
commit;
