-- Verify gamekeeper:sparc/feed/sequence_event on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.sequence_event()'::regprocedure) then
    raise exception 'sparc.sequence_event() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.sequence_event()', 'execute')
    or has_function_privilege('authenticated', 'sparc.sequence_event()', 'execute')
    or has_function_privilege('service_role', 'sparc.sequence_event()', 'execute') then
    raise exception 'sparc.sequence_event() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.session_events'::regclass and tgname = 'sequence_event' and tgenabled = 'O') then
    raise exception 'sparc.session_events lacks the trigger sequence_event';
  end if;
end
$$;
rollback;
