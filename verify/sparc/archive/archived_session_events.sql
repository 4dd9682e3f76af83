-- Verify gamekeeper:sparc/archive/archived_session_events on pg
begin;
do $$
begin
  perform
    id, session_id, seq, event_type, payload, created_at
  from sparc.archived_session_events
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.archived_session_events'::regclass) then
    raise exception 'sparc.archived_session_events has no row level security';
  end if;
  if has_table_privilege('anon', 'sparc.archived_session_events', 'select, insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.archived_session_events';
  end if;
  if not has_table_privilege('authenticated', 'sparc.archived_session_events', 'select')
    or has_table_privilege('authenticated', 'sparc.archived_session_events', 'insert, update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.archived_session_events';
  end if;
  if not has_table_privilege('service_role', 'sparc.archived_session_events', 'select')
    or has_table_privilege('service_role', 'sparc.archived_session_events', 'insert, update, delete') then
    raise exception 'service_role has the wrong privileges on sparc.archived_session_events';
  end if;
  if (select count(*) from pg_policy where polrelid = 'sparc.archived_session_events'::regclass and polname in ('Archived events visible to participants', 'Service writes archived session events')) <> 2 then
    raise exception 'sparc.archived_session_events lacks a policy';
  end if;
end
$$;
rollback;
