-- Deploy gamekeeper:slots/wallets/lock_wallet to pg
-- requires: core/errors/raise core/callers/require_caller slots/wallets/wallets core/shards/enter core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A stranger's call locks nothing: the owner is part of the lookup.
create function slots.lock_wallet(wallet_id uuid)
returns slots.wallets
language plpgsql
volatile
as $$
declare
  _caller constant uuid := core.require_caller();
  _wallet slots.wallets;
begin
  perform core.enter(core.slot_in(lock_wallet.wallet_id));
  select * into _wallet
  from slots.wallets as w
  where w.wallet_id = lock_wallet.wallet_id and ((w.owner_id = _caller and w.deleted_at is null) or _caller is null)
  for no key update;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('walletId', lock_wallet.wallet_id));
  end if;
  return _wallet;
end
$$;
comment on function slots.lock_wallet(uuid) is
  'The caller''s wallet, if it is not closed (any wallet for the service), its row locked until the end of the transaction. Raises: UNAUTHENTICATED, NOT_FOUND. [helper]';
revoke all on function slots.lock_wallet(uuid) from public;
commit;
