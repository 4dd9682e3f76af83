-- Verify gamekeeper:sparc/archive/archived_sessions on pg
begin;
do $$
begin
  perform
    id, seer_id, adventure_id, code, is_public, max_players, looking_for, scheduled_start, status, current_scene_id, current_encounter_id, game_state, started_at, ended_at, created_at, updated_at, allow_late_join, kicked_user_ids, event_seq, archived_at
  from sparc.archived_sessions
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.archived_sessions'::regclass) then
    raise exception 'sparc.archived_sessions has no row level security';
  end if;
  if has_table_privilege('anon', 'sparc.archived_sessions', 'select, insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.archived_sessions';
  end if;
  if not has_table_privilege('authenticated', 'sparc.archived_sessions', 'select')
    or has_table_privilege('authenticated', 'sparc.archived_sessions', 'insert, update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.archived_sessions';
  end if;
  if not has_table_privilege('service_role', 'sparc.archived_sessions', 'select')
    or has_table_privilege('service_role', 'sparc.archived_sessions', 'insert, update, delete') then
    raise exception 'service_role has the wrong privileges on sparc.archived_sessions';
  end if;
  perform 'sparc.idx_archived_sessions_seer_id'::regclass;
  perform 'sparc.idx_archived_sessions_adventure_id'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.archived_sessions'::regclass and polname in ('Service writes archived sessions')) <> 1 then
    raise exception 'sparc.archived_sessions lacks a policy';
  end if;
end
$$;
rollback;
