-- Deploy gamekeeper:slots/reports/activity_statement to pg
-- requires: core/errors/raise core/callers/require_user slots/wallets/wallets slots/wallets/wallet_entries slots/wallets/last_entry_before core/shards/require_slot core/keys/slot_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.activity_statement(from_date date, to_date date)
returns table (
  currency text, opening_balance numeric, deposited numeric, credited numeric, withdrawn numeric, staked numeric, fees numeric, returned numeric,
  merged numeric, reversed numeric, closing_balance numeric
)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _owner constant uuid := core.require_user();
  _from timestamptz;
  _to timestamptz;
begin
  perform core.require_slot(core.slot_of(_owner::text));
  if activity_statement.from_date is null or activity_statement.from_date not between date '1970-01-01' and date '9999-12-31' then
    perform core.raise('INVALID_INPUT', '{"field": "from_date", "problem": "must be a date from 1970 to 9999"}');
  elsif activity_statement.to_date is null
    or activity_statement.to_date not between activity_statement.from_date and activity_statement.from_date + 366
  then
    perform core.raise('INVALID_INPUT', '{"field": "to_date", "problem": "must be 0 to 366 days after from_date"}');
  end if;
  _from := activity_statement.from_date::timestamp at time zone interval '00:00';
  _to := (activity_statement.to_date + 1)::timestamp at time zone interval '00:00';
  return query
    select
      w.currency,
      sum(coalesce(o.balance_after, 0)),
      sum(s.deposited), sum(s.credited), sum(s.withdrawn), sum(s.staked), sum(s.fees), sum(s.returned), sum(s.merged), sum(s.reversed),
      sum(coalesce(c.balance_after, 0))
    from slots.wallets as w
    cross join lateral (
      select
        slots.last_entry_before(w.wallet_id, _from, w.last_entry_no) as opening,
        slots.last_entry_before(w.wallet_id, _to, w.last_entry_no) as closing
    ) as n
    left join slots.wallet_entries as o on o.wallet_id = w.wallet_id and o.entry_no = n.opening
    left join slots.wallet_entries as c on c.wallet_id = w.wallet_id and c.entry_no = n.closing
    cross join lateral (
      select
        coalesce(sum(e.amount) filter (where e.kind = 'credit' and e.reason = 'deposit'), 0) as deposited,
        coalesce(sum(e.amount) filter (where e.kind = 'credit' and e.reason <> 'deposit'), 0) as credited,
        coalesce(-sum(e.amount) filter (where e.kind = 'debit'), 0) as withdrawn,
        coalesce(-sum(e.amount) filter (where e.kind = 'stake'), 0) as staked,
        coalesce(-sum(e.amount) filter (where e.kind = 'fee'), 0) as fees,
        coalesce(sum(e.amount) filter (where e.kind = 'payout'), 0) as returned,
        coalesce(sum(e.amount) filter (where e.kind = 'merge'), 0) as merged,
        coalesce(sum(e.amount) filter (where e.kind = 'reversal'), 0) as reversed
      from slots.wallet_entries as e
      where e.wallet_id = w.wallet_id and e.entry_no > n.opening and e.entry_no <= n.closing
    ) as s
    where w.owner_id = _owner
    group by w.currency
    order by w.currency;
end
$$;
comment on function slots.activity_statement(date, date) is
  'The caller''s money over all wallets, closed ones too, from a UTC date to another, both included: a row for each currency with what '
  'was there before, was deposited, credited for another reason, withdrawn, staked, charged, returned, merged and reversed, and what was there after. At most 367 days. Raises: '
  'UNAUTHENTICATED, ACCOUNT_CLOSED, INVALID_INPUT. [client]';
revoke all on function slots.activity_statement(date, date) from public;
grant execute on function slots.activity_statement(date, date) to authenticated, service_role;
commit;
