-- Verify gamekeeper:sparc/characters/create_character on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.create_character(text, sparc.character_class)'::regprocedure) then
    raise exception 'sparc.create_character(text, sparc.character_class) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.create_character(text, sparc.character_class)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.create_character(text, sparc.character_class)', 'execute')
    or not has_function_privilege('service_role', 'sparc.create_character(text, sparc.character_class)', 'execute') then
    raise exception 'sparc.create_character(text, sparc.character_class) has the wrong privileges';
  end if;
end
$$;
rollback;
