-- Deploy gamekeeper:slots/play/close_wallet to pg
-- requires: core/errors/raise core/keys/wall_clock core/callers/require_caller slots/wallets/wallets slots/sessions/sessions core/shards/enter core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the wallet's row only. What placed a bet on it has changed that row, so it is seen after the lock; what comes
-- later finds the wallet empty.
create function slots.close_wallet(wallet_id uuid)
returns slots.wallets
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := core.require_caller();
  _wallet slots.wallets;
  _stake numeric;
begin
  perform core.enter(core.slot_in(close_wallet.wallet_id));
  select * into _wallet
  from slots.wallets as w
  where w.wallet_id = close_wallet.wallet_id and (w.owner_id = _caller or _caller is null)
  for no key update;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('walletId', close_wallet.wallet_id));
  elsif _wallet.deleted_at is not null then
    return _wallet;
  end if;

  select s.pending_bet into _stake
  from slots.sessions as s
  where s.current_wallet_id = _wallet.wallet_id and s.pending_bet is not null
  limit 1;
  if found then
    perform core.raise('BET_PLACED', jsonb_build_object('stake', trim_scale(_stake)));
  elsif _wallet.balance > 0 then
    perform core.raise('WALLET_NOT_EMPTY', jsonb_build_object('balance', _wallet.balance));
  end if;
  update slots.wallets as w
  set deleted_at = core.wall_clock()
  where w.wallet_id = _wallet.wallet_id
  returning * into _wallet;
  return _wallet;
end
$$;
comment on function slots.close_wallet(uuid) is
  'Owner or service: closes an empty wallet for good. Its owner does not see it any more, no money moves through it, '
  'its ledger stays. One that is closed already stays as it is. Raises: UNAUTHENTICATED, NOT_FOUND, BET_PLACED, '
  'WALLET_NOT_EMPTY. [client] [repeat: natural]';
revoke all on function slots.close_wallet(uuid) from public;
grant execute on function slots.close_wallet(uuid) to authenticated, service_role;
commit;
