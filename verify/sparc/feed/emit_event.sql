-- Verify gamekeeper:sparc/feed/emit_event on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.emit_event(uuid, text, jsonb)'::regprocedure) then
    raise exception 'sparc.emit_event(uuid, text, jsonb) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.emit_event(uuid, text, jsonb)', 'execute')
    or has_function_privilege('authenticated', 'sparc.emit_event(uuid, text, jsonb)', 'execute')
    or has_function_privilege('service_role', 'sparc.emit_event(uuid, text, jsonb)', 'execute') then
    raise exception 'sparc.emit_event(uuid, text, jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
