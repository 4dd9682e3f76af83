-- Verify gamekeeper:sparc/adventures/check_adventure on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.check_adventure()'::regprocedure) then
    raise exception 'sparc.check_adventure() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.check_adventure()', 'execute')
    or has_function_privilege('authenticated', 'sparc.check_adventure()', 'execute')
    or has_function_privilege('service_role', 'sparc.check_adventure()', 'execute') then
    raise exception 'sparc.check_adventure() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.adventures'::regclass and tgname = 'check_adventure' and tgenabled = 'O') then
    raise exception 'sparc.adventures lacks the trigger check_adventure';
  end if;
end
$$;
rollback;
