-- Verify gamekeeper:sparc/sessions/guard_seat on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.guard_seat()'::regprocedure) then
    raise exception 'sparc.guard_seat() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.guard_seat()', 'execute')
    or has_function_privilege('authenticated', 'sparc.guard_seat()', 'execute')
    or has_function_privilege('service_role', 'sparc.guard_seat()', 'execute') then
    raise exception 'sparc.guard_seat() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.session_players'::regclass and tgname = 'guard_seat' and tgenabled = 'O') then
    raise exception 'sparc.session_players lacks the trigger guard_seat';
  end if;
end
$$;
rollback;
