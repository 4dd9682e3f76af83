-- Deploy gamekeeper:slots/wallets/find_wallet to pg
-- requires: auth/uid core/errors/raise core/callers/is_service core/callers/require_user slots/wallets/wallets
begin;
set local role gamekeeper;
create function slots.find_wallet(wallet_id uuid)
returns slots.wallets
language plpgsql
stable
as $$
declare
  _caller uuid := auth.uid();
  _wallet slots.wallets;
begin
  select * into _wallet from slots.wallets as w where w.wallet_id = find_wallet.wallet_id;
  if _wallet.owner_id is distinct from _caller and not core.is_service() then
    perform core.require_user();
    _wallet := null;
  end if;
  if _wallet.wallet_id is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('wallet_id', find_wallet.wallet_id));
  end if;
  return _wallet;
end
$$;
comment on function slots.find_wallet(uuid) is
  'The caller''s wallet (any wallet for the service), without a lock. Raises: UNAUTHENTICATED, NOT_FOUND.';
revoke all on function slots.find_wallet(uuid) from public;
commit;
