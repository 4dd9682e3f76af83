-- Verify gamekeeper:sparc/characters/check_character_limit on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.check_character_limit()'::regprocedure) then
    raise exception 'sparc.check_character_limit() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.check_character_limit()', 'execute')
    or has_function_privilege('authenticated', 'sparc.check_character_limit()', 'execute')
    or has_function_privilege('service_role', 'sparc.check_character_limit()', 'execute') then
    raise exception 'sparc.check_character_limit() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.characters'::regclass and tgname = 'enforce_character_limit' and tgenabled = 'O') then
    raise exception 'sparc.characters lacks the trigger enforce_character_limit';
  end if;
end
$$;
rollback;
