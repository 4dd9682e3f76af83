-- Verify gamekeeper:sparc/sessions/check_seat on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.check_seat()'::regprocedure) then
    raise exception 'sparc.check_seat() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.check_seat()', 'execute')
    or has_function_privilege('authenticated', 'sparc.check_seat()', 'execute')
    or has_function_privilege('service_role', 'sparc.check_seat()', 'execute') then
    raise exception 'sparc.check_seat() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.session_players'::regclass and tgname = 'enforce_seat' and tgenabled = 'O') then
    raise exception 'sparc.session_players lacks the trigger enforce_seat';
  end if;
end
$$;
rollback;
