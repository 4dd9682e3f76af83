-- Deploy gamekeeper:slots/wallets/lock_wallet to pg
-- requires: auth/uid core/errors/raise core/callers/is_service core/callers/require_user slots/wallets/wallets
begin;
set local role gamekeeper;
-- A stranger's call locks nothing: the owner is part of the lookup.
create function slots.lock_wallet(wallet_id uuid)
returns slots.wallets
language plpgsql
volatile
as $$
declare
  _caller uuid := auth.uid();
  _wallet slots.wallets;
begin
  select * into _wallet
  from slots.wallets as w
  where w.wallet_id = lock_wallet.wallet_id and w.owner_id = _caller
  for no key update;
  if not found then
    if core.is_service() then
      select * into _wallet
      from slots.wallets as w
      where w.wallet_id = lock_wallet.wallet_id
      for no key update;
    else
      perform core.require_user();
    end if;
    if _wallet.wallet_id is null then
      perform core.raise('NOT_FOUND', jsonb_build_object('wallet_id', lock_wallet.wallet_id));
    end if;
  end if;
  return _wallet;
end
$$;
comment on function slots.lock_wallet(uuid) is
  'The caller''s wallet (any wallet for the service), its row locked until the end of the transaction. Raises: UNAUTHENTICATED, NOT_FOUND.';
revoke all on function slots.lock_wallet(uuid) from public;
commit;
