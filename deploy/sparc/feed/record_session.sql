-- Deploy gamekeeper:sparc/feed/record_session to pg
-- requires: sparc/feed/emit_event sparc/sessions/guard_session sparc/sessions/add_dice_secret
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A change of encounter also gives every character its heroic save back, in the order of their seats.
create function sparc.record_session()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _changed jsonb;
begin
  if tg_op = 'INSERT' then
    perform sparc.emit_event(
      new.id, 'session_created',
      jsonb_build_object(
        'seer_id', new.seer_id,
        'adventure_id', new.adventure_id,
        'max_players', new.max_players,
        'dice_secret_hash', (select k.secret_hash from sparc.dice_secrets as k where k.session_id = new.id)
      )
    );
    return null;
  end if;

  if new.status <> old.status then
    perform sparc.emit_event(
      new.id,
      case
        when new.status = 'active' and old.status = 'paused' then 'session_resumed'
        when new.status = 'active' then 'session_started'
        else 'session_' || new.status
      end,
      jsonb_build_object('status', new.status, 'previous', old.status)
    );
  end if;
  if new.seer_id <> old.seer_id then
    perform sparc.emit_event(
      new.id, 'seer_changed', jsonb_build_object('seer_id', new.seer_id, 'previous', old.seer_id)
    );
  elsif new.offered_to is distinct from old.offered_to then
    perform sparc.emit_event(new.id, 'session_offered', jsonb_build_object('user_id', new.offered_to));
  end if;
  if new.current_scene_id is distinct from old.current_scene_id then
    perform sparc.emit_event(new.id, 'scene_changed', jsonb_build_object('scene_id', new.current_scene_id));
  end if;
  if new.current_encounter_id is distinct from old.current_encounter_id then
    update sparc.session_players as p
    set heroic_saves_used = 0
    where p.session_id = new.id and p.heroic_saves_used > 0;
    perform sparc.emit_event(
      new.id,
      case when new.current_encounter_id is null then 'encounter_ended' else 'encounter_started' end,
      jsonb_build_object('encounter_id', coalesce(new.current_encounter_id, old.current_encounter_id))
    );
  end if;
  _changed := jsonb_strip_nulls(jsonb_build_object(
    'is_public', case when new.is_public <> old.is_public then new.is_public end,
    'max_players', case when new.max_players <> old.max_players then new.max_players end,
    'allow_late_join', case when new.allow_late_join <> old.allow_late_join then new.allow_late_join end,
    'looking_for', case when new.looking_for is distinct from old.looking_for then 'changed' end,
    'scheduled_start', case
      when new.scheduled_start is distinct from old.scheduled_start then coalesce(new.scheduled_start::text, '')
    end,
    'game_state', case when new.game_state <> old.game_state then 'changed' end
  ));
  if _changed <> '{}' then
    perform sparc.emit_event(new.id, 'session_updated', _changed);
  end if;
  return null;
end
$$;
comment on function sparc.record_session() is
  'Trigger: an event for each change of a session; a change of encounter resets the heroic saves. [helper]';
revoke all on function sparc.record_session() from public;
create trigger record_session_insert after insert on sparc.sessions
for each row execute function sparc.record_session();
create trigger record_session_update after update of
is_public, max_players, looking_for, scheduled_start, status, current_scene_id, current_encounter_id, game_state, allow_late_join, seer_id, offered_to
on sparc.sessions for each row execute function sparc.record_session();
commit;
