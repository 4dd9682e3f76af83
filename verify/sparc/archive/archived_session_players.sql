-- Verify gamekeeper:sparc/archive/archived_session_players on pg
begin;
do $$
begin
  perform
    session_id, user_id, character_id, is_active, heroic_saves_used, joined_at, left_at
  from sparc.archived_session_players
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.archived_session_players'::regclass) then
    raise exception 'sparc.archived_session_players has no row level security';
  end if;
  if has_table_privilege('anon', 'sparc.archived_session_players', 'select, insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.archived_session_players';
  end if;
  if not has_table_privilege('authenticated', 'sparc.archived_session_players', 'select')
    or has_table_privilege('authenticated', 'sparc.archived_session_players', 'insert, update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.archived_session_players';
  end if;
  if not has_table_privilege('service_role', 'sparc.archived_session_players', 'select')
    or has_table_privilege('service_role', 'sparc.archived_session_players', 'insert, update, delete') then
    raise exception 'service_role has the wrong privileges on sparc.archived_session_players';
  end if;
  perform 'sparc.idx_archived_session_players_user'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.archived_session_players'::regclass and polname in ('Service writes archived session players')) <> 1 then
    raise exception 'sparc.archived_session_players lacks a policy';
  end if;
end
$$;
rollback;
