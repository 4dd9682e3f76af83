-- Deploy gamekeeper:sparc/sessions/guard_session to pg
-- requires: core/records/is_erasure sparc/people/reject_input core/errors/raise core/callers/is_service core/keys/wall_clock sparc/sessions/require_transition sparc/sessions/session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Runs with the session's row locked by the UPDATE itself, and waits for no other row.
create function sparc.guard_session()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _now constant timestamptz := core.wall_clock();
  _is_service constant boolean := core.is_service();
  _column text;
  _seated bigint;
begin
  _column := case
    when new.id <> old.id then 'id'
    when new.seer_id <> old.seer_id and new.seer_id is distinct from old.offered_to then 'seer_id'
    when new.adventure_id <> old.adventure_id then 'adventure_id'
    when new.code <> old.code then 'code'
  end;
  if _column is not null then
    perform core.raise('UNCHANGEABLE', jsonb_build_object('column', _column));
  end if;
  if old.status in ('completed', 'cancelled') and not _is_service
    and not core.is_erasure(tg_relid, to_jsonb(old), to_jsonb(new)) then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', old.status, 'expected', jsonb_build_array('waiting', 'starting_soon', 'active', 'paused')));
  end if;
  if new.current_encounter_id is distinct from old.current_encounter_id
    and new.current_encounter_id is not null and new.status <> 'active' then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', new.status, 'expected', jsonb_build_array('active')));
  end if;

  if new.scheduled_start is distinct from old.scheduled_start and new.scheduled_start < _now and not _is_service then
    perform sparc.reject_input('scheduled_start', 'must not be in the past');
  end if;

  select count(*) into _seated from sparc.session_players as p where p.session_id = new.id and p.is_active;
  if new.max_players < old.max_players and new.max_players < _seated then
    perform core.raise('SESSION_FULL', jsonb_build_object('maxPlayers', new.max_players, 'seated', _seated));
  end if;

  if new.status <> old.status then
    perform sparc.require_transition(old.status, new.status);
    if old.status = 'starting_soon' and new.status = 'active' then
      if _seated = 0 and not _is_service then
        perform core.raise('NO_PLAYERS');
      end if;
      new.started_at := coalesce(new.started_at, _now);
    elsif new.status in ('completed', 'cancelled') then
      new.ended_at := coalesce(new.ended_at, _now);
    end if;
  end if;
  return new;
end
$$;
comment on function sparc.guard_session() is
  'Trigger: keeps the state machine of a session, its times, adventure and code, its Seer but for a handover, and that seats are not '
  'taken away from who sits in them. Raises: UNCHANGEABLE, INVALID_INPUT, STATE_ERROR, SESSION_FULL, NO_PLAYERS. [helper]';
revoke all on function sparc.guard_session() from public;
create trigger guard_session before update of
id, seer_id, adventure_id, code, is_public, max_players, looking_for, scheduled_start, status, current_scene_id,
current_encounter_id, game_state, allow_late_join
on sparc.sessions for each row execute function sparc.guard_session();
commit;
