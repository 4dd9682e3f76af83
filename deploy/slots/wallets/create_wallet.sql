-- Deploy gamekeeper:slots/wallets/create_wallet to pg
-- requires: core/keys/uuid_v7 core/keys/slot_of core/records/note_request auth/uid core/errors/raise core/callers/require_user core/callers/require_service core/callers/is_closed slots/checks/check_money slots/wallets/wallets slots/checks/check_cost_rate core/records/require_quota slots/settings core/keys/wall_clock slots/limits/accounts slots/limits/open_account core/shards/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.create_wallet(
  currency text, daily_limit numeric, cost_rate jsonb default '{}', owner_id uuid default null, idempotency_key text default null
)
returns slots.wallets
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _owner uuid := create_wallet.owner_id;
  _wallet_id uuid;
  _made_id text;
  _until timestamptz;
  _wallet slots.wallets;
begin
  if _owner is null then
    _owner := core.require_user();
  elsif _owner is distinct from auth.uid() then
    perform core.require_service();
    if core.is_closed(_owner) then
      perform core.raise('ACCOUNT_CLOSED');
    end if;
  end if;
  if create_wallet.currency is null or create_wallet.currency !~ '^[A-Z]{3}$' then
    perform core.raise('INVALID_INPUT', '{"field": "currency", "problem": "must be an ISO 4217 code, three capital letters"}');
  end if;
  perform slots.check_money('daily_limit', create_wallet.daily_limit, zero_allowed => true);
  perform slots.check_cost_rate(create_wallet.cost_rate);

  perform core.enter(core.slot_of(_owner::text));
  _wallet_id := core.uuid_v7(core.slot_of(_owner::text));
  _made_id := core.note_request(
    'slots.create_wallet', create_wallet.idempotency_key,
    jsonb_build_array(create_wallet.currency, create_wallet.daily_limit, create_wallet.cost_rate, _owner), _wallet_id::text
  );
  if _made_id is not null then
    select * into _wallet from slots.wallets as w where w.wallet_id = _made_id::uuid;
    return _wallet;
  end if;
  perform core.require_quota('slots.wallets_per_person', (select count(*) from slots.wallets as w where w.owner_id = _owner));
  perform slots.open_account(_owner, create_wallet.currency);
  select a.excluded_until into _until from slots.accounts as a where a.owner_id = _owner and a.currency = create_wallet.currency;
  if _until > core.wall_clock() then
    perform core.raise('EXCLUDED', jsonb_build_object('until', _until));
  end if;
  insert into slots.wallets (wallet_id, owner_id, currency, daily_limit, cost_rate)
  values (_wallet_id, _owner, create_wallet.currency, create_wallet.daily_limit, create_wallet.cost_rate)
  returning * into _wallet;
  return _wallet;
end
$$;
comment on function slots.create_wallet(text, numeric, jsonb, uuid, text) is
  'An empty wallet for the caller; the service may name another owner. A repeated idempotency_key gives what was '
  'made the first time. Call it as select * from slots.create_wallet(...). Raises: UNAUTHENTICATED, FORBIDDEN, '
  'ACCOUNT_CLOSED, INVALID_INPUT, EXCLUDED, QUOTA_EXCEEDED, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function slots.create_wallet(text, numeric, jsonb, uuid, text) from public;
grant execute on function slots.create_wallet(text, numeric, jsonb, uuid, text) to authenticated, service_role;
commit;
