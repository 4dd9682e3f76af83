-- Deploy gamekeeper:slots/play/reseed_batch to pg
-- requires: core/keys/now_utc core/keys/wall_clock core/callers/require_service slots/wallets/wallets slots/sessions/sessions slots/fairness/server_seeds slots/fairness/reveal_seed slots/fairness/seed_session slots/play/reseeds slots/limits/accounts slots/sessions/lock_session slots/turns/turn slots/turns/begin_turn slots/play/save_turn slots/play/player_action slots/play/play_actions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Two passes: the first takes sessions in order and passes over those that somebody holds, or their account; the second waits for them,
-- five seconds at the most each. Bets are drawn from the seed that they were placed on, then both seeds are renewed.
create function slots.reseed_batch(sessions integer default 100)
returns boolean
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _end_of_first constant uuid := uuid 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  _run slots.reseeds;
  _session slots.sessions;
  _turn slots.turn;
  _done integer := 0;
  _is_over boolean := false;
begin
  perform core.require_service();
  select * into _run from slots.reseeds as r where r.ended_at is null for update;
  if not found then
    return false;
  end if;
  perform set_config('lock_timeout', '5s', true);
  loop
    exit when _done >= reseed_batch.sessions;
    if _run.last_session_id < _end_of_first then
      select s.* into _session
      from slots.sessions as s
      where s.session_id > _run.last_session_id and not s.is_closed and s.state not in ('Idle', 'Completed')
      order by s.session_id
      limit 1;
      _run.last_session_id := coalesce(_session.session_id, _end_of_first);
      continue when _session.session_id is null;
      perform from slots.wallets as w
      join slots.accounts as a on a.owner_id = w.owner_id and a.currency = w.currency
      where w.wallet_id = _session.current_wallet_id
      for no key update of a skip locked;
      continue when not found and _session.current_wallet_id is not null;
      select s.* into _session
      from slots.sessions as s
      where s.session_id = _session.session_id and s.state not in ('Idle', 'Completed')
      for no key update skip locked;
      continue when not found;
    else
      select s.* into _session
      from slots.sessions as s
      join slots.server_seeds as k on k.session_id = s.session_id
      where not s.is_closed and s.state not in ('Idle', 'Completed') and k.seeded_at < _run.started_at
      order by s.session_id
      limit 1;
      _is_over := not found;
      exit when _is_over;
      _session := slots.lock_session(_session.session_id);
      continue when _session.state in ('Idle', 'Completed');
    end if;
    if _session.pending_bet is not null then
      _turn := slots.begin_turn(_session);
      _turn := slots.play_actions(
        _turn, array[row('Spin', null, null, '{"type": "Spin"}')::slots.player_action], null,
        greatest(core.wall_clock(), _session.last_event_at), 'reseed'
      );
      perform slots.save_turn(_session.state, _turn);
      select * into _session from slots.sessions as s where s.session_id = _session.session_id;
    end if;
    perform slots.reveal_seed(_session);
    perform slots.seed_session(_session.session_id, _session.client_seed, is_fresh => true);
    _done := _done + 1;
    -- what holds a wallet, or waited, ends its batch, so that nobody waits for it while it waits for another
    exit when (_turn.session).session_id is not null or _run.last_session_id = _end_of_first;
  end loop;
  update slots.reseeds as r
  set
    last_session_id = _run.last_session_id,
    sessions = r.sessions + _done,
    ended_at = case when _is_over then core.wall_clock() end
  where r.reseed_id = _run.reseed_id;
  return not _is_over;
end
$$;
comment on function slots.reseed_batch(integer) is
  'Service: one batch of slots.reseed_all; opens play when no session is left, and says whether there may be more. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function slots.reseed_batch(integer) from public;
grant execute on function slots.reseed_batch(integer) to service_role;
commit;
