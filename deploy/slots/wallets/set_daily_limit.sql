-- Deploy gamekeeper:slots/wallets/set_daily_limit to pg
-- requires: core/callers/require_service slots/checks/check_money slots/wallets/wallets slots/wallets/lock_wallet
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.set_daily_limit(wallet_id uuid, daily_limit numeric)
returns slots.wallets
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _wallet slots.wallets := slots.lock_wallet(set_daily_limit.wallet_id);
begin
  perform slots.check_money('daily_limit', set_daily_limit.daily_limit, zero_allowed => true);
  if set_daily_limit.daily_limit > _wallet.daily_limit then
    perform core.require_service();
  end if;
  if set_daily_limit.daily_limit <> _wallet.daily_limit then
    update slots.wallets as w
    set daily_limit = set_daily_limit.daily_limit
    where w.wallet_id = set_daily_limit.wallet_id
    returning * into _wallet;
  end if;
  return _wallet;
end
$$;
comment on function slots.set_daily_limit(uuid, numeric) is
  'Changes a wallet''s daily limit at once: its owner may lower it, only the service may raise it. Raises: '
  'UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, INVALID_INPUT. [client] [repeat: natural]';
revoke all on function slots.set_daily_limit(uuid, numeric) from public;
grant execute on function slots.set_daily_limit(uuid, numeric) to authenticated, service_role;
commit;
