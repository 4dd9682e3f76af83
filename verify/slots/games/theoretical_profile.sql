-- Verify gamekeeper:slots/games/theoretical_profile on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_function_privilege('anon', 'slots.theoretical_profile(uuid)', 'execute') or not has_function_privilege('authenticated', 'slots.theoretical_profile(uuid)', 'execute') or not has_function_privilege('service_role', 'slots.theoretical_profile(uuid)', 'execute') then
    raise exception 'slots.theoretical_profile is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.theoretical_profile(uuid)'::regprocedure) then
    raise exception 'slots.theoretical_profile is no definer function with a pinned path';
  end if;
end
$$;
rollback;
