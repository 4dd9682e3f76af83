-- Verify gamekeeper:sparc/adventures/prepare_adventure on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.prepare_adventure()'::regprocedure) then
    raise exception 'sparc.prepare_adventure() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.prepare_adventure()', 'execute')
    or has_function_privilege('authenticated', 'sparc.prepare_adventure()', 'execute')
    or has_function_privilege('service_role', 'sparc.prepare_adventure()', 'execute') then
    raise exception 'sparc.prepare_adventure() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.adventures'::regclass and tgname = 'prepare_adventure' and tgenabled = 'O') then
    raise exception 'sparc.adventures lacks the trigger prepare_adventure';
  end if;
end
$$;
rollback;
