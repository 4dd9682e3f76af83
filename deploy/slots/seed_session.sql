-- Deploy gamekeeper:slots/seed_session to pg
-- requires: core/strong_random slots/hmac_pad slots/sessions slots/server_seeds
begin;
set local role gamekeeper;
create function slots.seed_session(session_id uuid, client_seed text)
returns slots.sessions
language plpgsql
volatile
set search_path = ''
as $$
declare
  _seed bytea;
  _next_seed bytea := core.strong_random();
  _session slots.sessions;
begin
  select k.next_server_seed into _seed from slots.server_seeds as k where k.session_id = seed_session.session_id;
  if not found then
    _seed := core.strong_random();
  end if;
  insert into slots.server_seeds (session_id, server_seed, inner_block, outer_block, next_server_seed)
  values (seed_session.session_id, _seed, slots.hmac_pad(_seed, 54), slots.hmac_pad(_seed, 92), _next_seed)
  on conflict on constraint server_seeds_pkey do update
  set
    server_seed = excluded.server_seed,
    inner_block = excluded.inner_block,
    outer_block = excluded.outer_block,
    next_server_seed = excluded.next_server_seed;
  update slots.sessions as s
  set
    state = case s.state when 'Idle' then 'Initialized' else s.state end,
    seed_no = s.seed_no + 1,
    server_seed_hash = sha256(_seed),
    next_server_seed_hash = sha256(_next_seed),
    client_seed = coalesce(seed_session.client_seed, encode(core.strong_random(), 'hex')),
    nonce = 0
  where s.session_id = seed_session.session_id
  returning * into _session;
  return _session;
end
$$;
comment on function slots.seed_session(uuid, text) is
  'Gives a session that the caller holds locked a new secret server seed - the one whose SHA-256 was published as the next, where there was one - and publishes the SHA-256 of the next. Takes an Idle session to Initialized. Without a client seed one is made up.';
revoke all on function slots.seed_session(uuid, text) from public;
commit;
