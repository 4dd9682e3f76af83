-- Verify gamekeeper:sparc/sessions/sessions on pg
begin;
do $$
begin
  perform
    id, seer_id, adventure_id, code, is_public, max_players, looking_for, scheduled_start, status, current_scene_id, current_encounter_id, game_state, started_at, ended_at, created_at, updated_at, allow_late_join, kicked_user_ids, event_seq
  from sparc.sessions
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.sessions'::regclass) then
    raise exception 'sparc.sessions has no row level security';
  end if;
  if not has_table_privilege('anon', 'sparc.sessions', 'select')
    or has_table_privilege('anon', 'sparc.sessions', 'insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.sessions';
  end if;
  if not has_table_privilege('authenticated', 'sparc.sessions', 'select')
    or has_table_privilege('authenticated', 'sparc.sessions', 'insert')
    or not has_column_privilege('authenticated', 'sparc.sessions', 'adventure_id', 'insert')
    or has_column_privilege('authenticated', 'sparc.sessions', 'id', 'insert')
    or has_column_privilege('authenticated', 'sparc.sessions', 'created_at', 'insert')
    or has_table_privilege('authenticated', 'sparc.sessions', 'update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.sessions';
  end if;
  if not has_table_privilege('service_role', 'sparc.sessions', 'select')
    or not has_table_privilege('service_role', 'sparc.sessions', 'insert')
    or not has_table_privilege('service_role', 'sparc.sessions', 'update')
    or not has_table_privilege('service_role', 'sparc.sessions', 'delete') then
    raise exception 'service_role has the wrong privileges on sparc.sessions';
  end if;
  perform 'sparc.idx_sessions_seer_id'::regclass;
  perform 'sparc.idx_sessions_adventure_id'::regclass;
  perform 'sparc.idx_sessions_status'::regclass;
  perform 'sparc.idx_sessions_public_waiting'::regclass;
  perform 'sparc.idx_sessions_public_unscheduled'::regclass;
  perform 'sparc.idx_sessions_completed'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.sessions'::regclass and polname in ('Users can create sessions', 'Seer can update session', 'Service writes sessions')) <> 3 then
    raise exception 'sparc.sessions lacks a policy';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.sessions'::regclass and tgname = 'touch' and tgenabled = 'O') then
    raise exception 'sparc.sessions lacks the trigger touch';
  end if;
end
$$;
rollback;
