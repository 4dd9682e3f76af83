-- Verify gamekeeper:sparc/seer/kick_player on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.kick_player(uuid, uuid)'::regprocedure) then
    raise exception 'sparc.kick_player(uuid, uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.kick_player(uuid, uuid)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.kick_player(uuid, uuid)', 'execute')
    or not has_function_privilege('service_role', 'sparc.kick_player(uuid, uuid)', 'execute') then
    raise exception 'sparc.kick_player(uuid, uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
