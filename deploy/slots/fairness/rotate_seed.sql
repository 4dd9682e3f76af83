-- Deploy gamekeeper:slots/fairness/rotate_seed to pg
-- requires: core/errors/raise slots/checks/check_text slots/sessions/sessions slots/fairness/server_seeds slots/fairness/revealed_seeds slots/sessions/lock_session slots/fairness/seed_session slots/fairness/seed_rotation
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the session's row only. A spin that waits for the lock draws from the new seed.
create function slots.rotate_seed(session_id uuid, client_seed text default null)
returns slots.seed_rotation
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session slots.sessions := slots.lock_session(rotate_seed.session_id);
  _rotation slots.seed_rotation;
begin
  if rotate_seed.client_seed is not null then
    perform slots.check_text('client_seed', rotate_seed.client_seed, 200);
  end if;
  if _session.server_seed_hash is null then
    perform core.raise('STATE_ERROR', jsonb_build_object(
      'state', _session.state, 'expected', array_remove(enum_range(null::slots.game_state), 'Idle')
    ));
  end if;
  insert into slots.revealed_seeds (session_id, seed_no, owner_id, server_seed, server_seed_hash, client_seed, spins)
  select
    _session.session_id, _session.seed_no, _session.owner_id, k.server_seed, _session.server_seed_hash,
    _session.client_seed, _session.nonce
  from slots.server_seeds as k
  where k.session_id = _session.session_id
  returning revealed_seeds.server_seed into _rotation.server_seed;
  _rotation.server_seed_hash := _session.server_seed_hash;
  _rotation.client_seed := _session.client_seed;
  _rotation.spins := _session.nonce;

  _session := slots.seed_session(rotate_seed.session_id, rotate_seed.client_seed);
  _rotation.next_server_seed_hash := _session.server_seed_hash;
  _rotation.next_client_seed := _session.client_seed;
  return _rotation;
end
$$;
comment on function slots.rotate_seed(uuid, text) is
  'Owner or service: ends the live server seed, reveals it (also in slots.revealed_seeds) and starts the one whose hash is sessions.next_server_seed_hash, with nonce 0; without a client_seed one is made up. Raises: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT, STATE_ERROR. [client]';
revoke all on function slots.rotate_seed(uuid, text) from public;
grant execute on function slots.rotate_seed(uuid, text) to authenticated, service_role;
commit;
