-- Verify gamekeeper:sparc/sessions/guard_character on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.guard_character()'::regprocedure) then
    raise exception 'sparc.guard_character() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.guard_character()', 'execute')
    or has_function_privilege('authenticated', 'sparc.guard_character()', 'execute')
    or has_function_privilege('service_role', 'sparc.guard_character()', 'execute') then
    raise exception 'sparc.guard_character() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.characters'::regclass and tgname = 'guard_character' and tgenabled = 'O') then
    raise exception 'sparc.characters lacks the trigger guard_character';
  end if;
end
$$;
rollback;
