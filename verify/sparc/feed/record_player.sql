-- Verify gamekeeper:sparc/feed/record_player on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.record_player()'::regprocedure) then
    raise exception 'sparc.record_player() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.record_player()', 'execute')
    or has_function_privilege('authenticated', 'sparc.record_player()', 'execute')
    or has_function_privilege('service_role', 'sparc.record_player()', 'execute') then
    raise exception 'sparc.record_player() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.session_players'::regclass and tgname = 'record_player' and tgenabled = 'O') then
    raise exception 'sparc.session_players lacks the trigger record_player';
  end if;
end
$$;
rollback;
