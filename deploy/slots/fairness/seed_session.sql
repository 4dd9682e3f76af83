-- Deploy gamekeeper:slots/fairness/seed_session to pg
-- requires: core/keys/strong_random core/chance/hmac_pad slots/sessions/sessions slots/fairness/server_seeds
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The seeds never stand in a variable: Postgres would write a variable's value into the statement's plan,
-- and any caller can have plans printed (debug_print_plan). They go from the random source into the row.
create function slots.seed_session(session_id uuid, client_seed text, is_fresh boolean default false)
returns slots.sessions
language plpgsql
volatile
as $$
declare
  _hash bytea;
  _next_hash bytea;
  _session slots.sessions;
begin
  insert into slots.server_seeds as k (session_id, server_seed, inner_block, outer_block, next_server_seed)
  select
    seed_session.session_id, f.seed, core.hmac_pad(f.seed, 54), core.hmac_pad(f.seed, 92), core.strong_random()
  from (
    select coalesce(
      (
        select l.next_server_seed from slots.server_seeds as l
        where l.session_id = seed_session.session_id and not seed_session.is_fresh
      ),
      core.strong_random()
    ) as seed
    offset 0
  ) as f
  on conflict on constraint server_seeds_pkey do update
  set
    server_seed = excluded.server_seed,
    inner_block = excluded.inner_block,
    outer_block = excluded.outer_block,
    next_server_seed = excluded.next_server_seed,
    seeded_at = excluded.seeded_at
  returning sha256(k.server_seed), sha256(k.next_server_seed) into _hash, _next_hash;
  update slots.sessions as s
  set
    state = case s.state when 'Idle' then 'Initialized' else s.state end,
    seed_no = s.seed_no + 1,
    server_seed_hash = _hash,
    next_server_seed_hash = _next_hash,
    client_seed = coalesce(seed_session.client_seed, encode(core.strong_random(), 'hex')),
    nonce = 0
  where s.session_id = seed_session.session_id
  returning * into _session;
  return _session;
end
$$;
comment on function slots.seed_session(uuid, text, boolean) is
  'Gives a session that the caller holds locked a new secret server seed - the one whose SHA-256 was published as '
  'the next, where there was one - and publishes the SHA-256 of the next. Takes an Idle session to Initialized. '
  'With is_fresh both are new, and the one published as the next is forgotten. Without a client seed one is made '
  'up. [helper]';
revoke all on function slots.seed_session(uuid, text, boolean) from public;
commit;
