-- Verify gamekeeper:sparc/characters/prepare_character on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.prepare_character()'::regprocedure) then
    raise exception 'sparc.prepare_character() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.prepare_character()', 'execute')
    or has_function_privilege('authenticated', 'sparc.prepare_character()', 'execute')
    or has_function_privilege('service_role', 'sparc.prepare_character()', 'execute') then
    raise exception 'sparc.prepare_character() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.characters'::regclass and tgname = 'prepare_character' and tgenabled = 'O') then
    raise exception 'sparc.characters lacks the trigger prepare_character';
  end if;
end
$$;
rollback;
