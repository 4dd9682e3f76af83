-- Deploy gamekeeper:slots/limits/confirm_limit to pg
-- requires: core/errors/raise core/keys/wall_clock core/callers/require_user core/records/setting slots/settings slots/limits/limits slots/limits/check_limit slots/limits/lock_person slots/limits/refresh_limits
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.confirm_limit(kind text, period text, currency text default null)
returns slots.limits
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _owner constant uuid := core.require_user();
  _currency constant text := coalesce(confirm_limit.currency, '*');
  _limit slots.limits;
  _from timestamptz;
begin
  perform slots.check_limit(confirm_limit.kind, confirm_limit.period, confirm_limit.currency);
  perform slots.lock_person(_owner);
  select * into _limit
  from slots.limits as l
  where l.owner_id = _owner and l.currency = _currency and l.kind = confirm_limit.kind and l.period = confirm_limit.period;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('kind', confirm_limit.kind, 'period', confirm_limit.period));
  elsif _limit.asked_at is null then
    return _limit;
  end if;
  _from := _limit.asked_at + make_interval(secs => core.setting('slots.limit_cooling_off')::integer);
  if core.wall_clock() < _from then
    perform core.raise('LIMIT_COOLING_OFF', jsonb_build_object('from', _from));
  end if;
  update slots.limits as l
  set amount = l.next_amount, next_amount = null, asked_at = null, changed_at = core.wall_clock()
  where l.owner_id = _owner and l.currency = _currency and l.kind = confirm_limit.kind and l.period = confirm_limit.period
  returning * into _limit;
  perform slots.refresh_limits(_owner);
  return _limit;
end
$$;
comment on function slots.confirm_limit(text, text, text) is
  'Lets the higher limit hold that slots.set_limit asked for, or none, once slots.limit_cooling_off has passed since. Where nothing '
  'waits, it answers with the limit as it is. Call it as select * from slots.confirm_limit(...). Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, INVALID_INPUT, NOT_FOUND, LIMIT_COOLING_OFF. [client] [repeat: natural]';
revoke all on function slots.confirm_limit(text, text, text) from public;
grant execute on function slots.confirm_limit(text, text, text) to authenticated, service_role;
commit;
