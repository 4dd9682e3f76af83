-- Deploy gamekeeper:slots/fairness/rotate_seed to pg
-- requires: core/records/note_request core/errors/raise core/chance/is_settled slots/checks/check_text slots/sessions/sessions slots/sessions/lock_session slots/fairness/revealed_seeds slots/fairness/reveal_seed slots/fairness/seed_session slots/fairness/seed_rotation
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the session's row only. A bet that waits for the lock is drawn from the new seed.
create function slots.rotate_seed(session_id uuid, client_seed text default null, idempotency_key text default null)
returns slots.seed_rotation
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session slots.sessions := slots.lock_session(rotate_seed.session_id);
  _made_id text;
  _rotation slots.seed_rotation;
begin
  if rotate_seed.client_seed is not null then
    perform slots.check_text('client_seed', rotate_seed.client_seed, 200);
  end if;
  _made_id := core.note_request(
    'slots.rotate_seed', rotate_seed.idempotency_key,
    jsonb_build_array(rotate_seed.session_id, rotate_seed.client_seed), _session.seed_no::text
  );
  if _made_id is null then
    if _session.server_seed_hash is null then
      perform core.raise('STATE_ERROR', jsonb_build_object(
        'state', _session.state, 'expected', array_remove(enum_range(null::slots.game_state), _session.state)
      ));
    elsif _session.pending_bet is not null then
      perform core.raise('BET_PLACED', jsonb_build_object('stake', trim_scale(_session.pending_bet)));
    end if;
    _made_id := _session.seed_no::text;
    perform slots.reveal_seed(_session);
    _session := slots.seed_session(rotate_seed.session_id, rotate_seed.client_seed);
  end if;

  select
    r.seed_no, case when core.is_settled(r.revealed_in) then r.server_seed end, r.server_seed_hash, r.client_seed, r.spins,
    coalesce(n.server_seed_hash, _session.server_seed_hash), coalesce(n.client_seed, _session.client_seed)
  into _rotation
  from slots.revealed_seeds as r
  left join slots.revealed_seeds as n on n.session_id = r.session_id and n.seed_no = r.seed_no + 1
  where r.session_id = rotate_seed.session_id and r.seed_no = _made_id::integer;
  return _rotation;
end
$$;
comment on function slots.rotate_seed(uuid, text, text) is
  'Owner or service: ends the live server seed and starts the one whose hash is sessions.next_server_seed_hash, '
  'with nonce 0; without a client_seed one is made up. The ended seed stands in slots.revealed_seeds from the next '
  'transaction on; here callers who may draw at once get it, and whoever repeats the call with its idempotency_key. '
  'Refused while a bet is placed. Call it as select * from slots.rotate_seed(...). Raises: UNAUTHENTICATED, '
  'NOT_FOUND, INVALID_INPUT, STATE_ERROR, BET_PLACED, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function slots.rotate_seed(uuid, text, text) from public;
grant execute on function slots.rotate_seed(uuid, text, text) to authenticated, service_role;
commit;
