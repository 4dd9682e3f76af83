-- Deploy gamekeeper:slots/wallets/find_wallet to pg
-- requires: core/errors/raise core/callers/require_caller slots/wallets/wallets core/shards/require_slot core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.find_wallet(wallet_id uuid)
returns slots.wallets
language plpgsql
stable
as $$
declare
  _caller constant uuid := core.require_caller();
  _wallet slots.wallets;
begin
  perform core.require_slot(core.slot_in(find_wallet.wallet_id));
  select * into _wallet
  from slots.wallets as w
  where w.wallet_id = find_wallet.wallet_id and ((w.owner_id = _caller and w.deleted_at is null) or _caller is null);
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('walletId', find_wallet.wallet_id));
  end if;
  return _wallet;
end
$$;
comment on function slots.find_wallet(uuid) is
  'The caller''s wallet, if it is not closed (any wallet for the service), without a lock. Raises: UNAUTHENTICATED, NOT_FOUND. [helper]';
revoke all on function slots.find_wallet(uuid) from public;
commit;
