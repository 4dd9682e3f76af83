-- Verify gamekeeper:sparc/feed/session_events on pg
begin;
do $$
begin
  perform
    id, session_id, seq, event_type, payload, created_at
  from sparc.session_events
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.session_events'::regclass) then
    raise exception 'sparc.session_events has no row level security';
  end if;
  if has_table_privilege('anon', 'sparc.session_events', 'select, insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.session_events';
  end if;
  if not has_table_privilege('authenticated', 'sparc.session_events', 'select')
    or has_table_privilege('authenticated', 'sparc.session_events', 'insert, update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.session_events';
  end if;
  if not has_table_privilege('service_role', 'sparc.session_events', 'select')
    or not has_table_privilege('service_role', 'sparc.session_events', 'insert')
    or has_table_privilege('service_role', 'sparc.session_events', 'update, delete') then
    raise exception 'service_role has the wrong privileges on sparc.session_events';
  end if;
  perform 'sparc.idx_session_events_created'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.session_events'::regclass and polname in ('Events visible to session participants', 'Service writes session events')) <> 2 then
    raise exception 'sparc.session_events lacks a policy';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.session_events'::regclass and tgname = 'unchanged_update' and tgenabled = 'O') then
    raise exception 'sparc.session_events lacks the trigger unchanged_update';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.session_events'::regclass and tgname = 'unchanged_truncate' and tgenabled = 'O') then
    raise exception 'sparc.session_events lacks the trigger unchanged_truncate';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.session_events_default'::regclass and tgname = 'unchanged_truncate' and tgenabled = 'O') then
    raise exception 'sparc.session_events_default lacks the trigger unchanged_truncate';
  end if;
  if not exists (select from core.partitions where table_name = 'sparc.session_events' and starts_at <= now() and ends_at > now()) then
    raise exception 'there is no partition for today';
  end if;
end
$$;
rollback;
