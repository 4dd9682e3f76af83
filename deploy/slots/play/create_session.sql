-- Deploy gamekeeper:slots/play/create_session to pg
-- requires: core/keys/uuid_v7 core/keys/slot_of core/records/note_request core/errors/raise core/callers/require_user core/callers/is_closed slots/wallets/wallets slots/checks/check_text slots/games/games slots/sessions/sessions slots/wallets/find_wallet slots/checks/check_player_profile slots/fairness/seed_session core/records/require_quota slots/settings core/keys/wall_clock slots/limits/accounts core/shards/enter core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Waits for an exclusion that begins at the same instant: it ends the session, or refuses it.
create function slots.create_session(
  game_id uuid, player_profile jsonb default '{}', wallet_id uuid default null, client_seed text default null,
  idempotency_key text default null
)
returns slots.sessions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _wallet constant slots.wallets := case when create_session.wallet_id is not null then slots.find_wallet(create_session.wallet_id) end;
  _owner constant uuid := coalesce(_wallet.owner_id, core.require_user());
  _session_id uuid := core.uuid_v7(core.slot_of(_owner::text));
  _made_id text;
  _retired_at timestamptz;
  _until timestamptz;
  _session slots.sessions;
begin
  perform core.enter(core.slot_of(_owner::text));
  perform slots.check_player_profile(create_session.player_profile);
  if create_session.client_seed is not null then
    perform slots.check_text('client_seed', create_session.client_seed, 200);
  end if;
  select g.deleted_at into _retired_at from slots.games as g where g.game_id = create_session.game_id;
  if not found then
    perform core.raise_unknown_definition(jsonb_build_object('gameId', create_session.game_id), create_session.game_id);
  end if;

  _made_id := core.note_request(
    'slots.create_session', create_session.idempotency_key,
    jsonb_build_array(create_session.game_id, create_session.player_profile, create_session.wallet_id, create_session.client_seed),
    _session_id::text
  );
  if _made_id is not null then
    select * into _session from slots.sessions as s where s.session_id = _made_id::uuid;
    return _session;
  end if;
  if _retired_at is not null then
    perform core.raise('GAME_RETIRED', jsonb_build_object('gameId', create_session.game_id));
  elsif _wallet.deleted_at is not null then
    perform core.raise('WALLET_CLOSED', jsonb_build_object('walletId', create_session.wallet_id));
  elsif core.is_closed(_owner) then
    perform core.raise('ACCOUNT_CLOSED');
  end if;
  select a.excluded_until into _until from slots.accounts as a where a.owner_id = _owner and a.currency = '*' for share;
  if _until > core.wall_clock() then
    perform core.raise('EXCLUDED', jsonb_build_object('until', _until));
  end if;

  perform core.require_quota(
    'slots.open_sessions_per_person', (select count(*) from slots.sessions as s where s.owner_id = _owner and not s.is_closed)
  );
  insert into slots.sessions (session_id, owner_id, game_id, player_profile, current_wallet_id)
  values (_session_id, _owner, create_session.game_id, create_session.player_profile, create_session.wallet_id);
  return slots.seed_session(_session_id, create_session.client_seed);
end
$$;
comment on function slots.create_session(uuid, jsonb, uuid, text, text) is
  'A session in Initialized, for the owner of the wallet; without a wallet it is the caller''s and only records '
  'outcomes. Draws a secret server seed and publishes its SHA-256; without a client_seed one is made up. A repeated '
  'idempotency_key gives what was made the first time. Call it as select * from slots.create_session(...). Raises: '
  'UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT, GAME_RETIRED, WALLET_CLOSED, ACCOUNT_CLOSED, EXCLUDED, QUOTA_EXCEEDED, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function slots.create_session(uuid, jsonb, uuid, text, text) from public;
grant execute on function slots.create_session(uuid, jsonb, uuid, text, text) to authenticated, service_role;
commit;
