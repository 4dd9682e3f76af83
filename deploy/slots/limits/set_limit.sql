-- Deploy gamekeeper:slots/limits/set_limit to pg
-- requires: auth/uid core/errors/raise core/keys/wall_clock core/callers/require_user core/callers/require_service slots/checks/check_money slots/limits/limits slots/limits/check_limit slots/limits/lock_person slots/limits/refresh_limits
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The newest wish counts: a lower or equal limit also takes back a higher one that waits.
create function slots.set_limit(
  kind text, period text, amount numeric, currency text default null, owner_id uuid default null
)
returns slots.limits
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _owner uuid := set_limit.owner_id;
  _currency constant text := coalesce(set_limit.currency, '*');
  _at timestamptz;
  _before slots.limits;
  _limit slots.limits;
begin
  if _owner is null then
    _owner := core.require_user();
  elsif _owner is distinct from auth.uid() then
    perform core.require_service();
  end if;
  perform slots.check_limit(set_limit.kind, set_limit.period, set_limit.currency);
  if set_limit.amount is not null then
    perform slots.check_money('amount', set_limit.amount, zero_allowed => true);
  end if;
  perform slots.lock_person(_owner);
  _at := core.wall_clock();
  select * into _before
  from slots.limits as l
  where l.owner_id = _owner and l.currency = _currency and l.kind = set_limit.kind and l.period = set_limit.period;

  if _before.amount = set_limit.amount and _before.asked_at is null then
    return _before;
  elsif _before.amount is null or set_limit.amount <= _before.amount then
    insert into slots.limits (owner_id, currency, kind, period, amount, changed_at)
    values (_owner, _currency, set_limit.kind, set_limit.period, set_limit.amount, _at)
    on conflict on constraint limits_pkey do update
    set
      amount = excluded.amount,
      next_amount = null,
      asked_at = null,
      changed_at = excluded.changed_at
    returning * into _limit;
    perform slots.refresh_limits(_owner);
  elsif _before.asked_at is not null and _before.next_amount is not distinct from set_limit.amount then
    return _before;
  else
    update slots.limits as l
    set next_amount = set_limit.amount, asked_at = _at
    where l.owner_id = _owner and l.currency = _currency and l.kind = set_limit.kind and l.period = set_limit.period
    returning * into _limit;
  end if;
  return _limit;
end
$$;
comment on function slots.set_limit(text, text, numeric, text, uuid) is
  'Sets a limit of the caller''s account over all wallets; the service may name another owner. kind: deposit, loss, stake or '
  'time (in minutes); period: 24h, 7d or month; without a currency it holds in each for itself; a null amount removes it. A lower '
  'one holds at once; a higher one, or none, waits for slots.confirm_limit. Call it as select * from slots.set_limit(...). Raises: '
  'UNAUTHENTICATED, FORBIDDEN, ACCOUNT_CLOSED, INVALID_INPUT. [client] [repeat: natural]';
revoke all on function slots.set_limit(text, text, numeric, text, uuid) from public;
grant execute on function slots.set_limit(text, text, numeric, text, uuid) to authenticated, service_role;
commit;
