-- Verify gamekeeper:slots/play/transition on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.transition(uuid, text)', 'execute') or not has_function_privilege('authenticated', 'slots.transition(uuid, text)', 'execute') or not has_function_privilege('service_role', 'slots.transition(uuid, text)', 'execute') then
    raise exception 'slots.transition is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.transition(uuid, text)'::regprocedure) then
    raise exception 'slots.transition is no definer function with a pinned path';
  end if;
end
$$;
rollback;
