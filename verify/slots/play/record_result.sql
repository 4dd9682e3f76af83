-- Verify gamekeeper:slots/play/record_result on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.record_result(uuid, jsonb, jsonb)', 'execute') or not has_function_privilege('authenticated', 'slots.record_result(uuid, jsonb, jsonb)', 'execute') or not has_function_privilege('service_role', 'slots.record_result(uuid, jsonb, jsonb)', 'execute') then
    raise exception 'slots.record_result is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.record_result(uuid, jsonb, jsonb)'::regprocedure) then
    raise exception 'slots.record_result is no definer function with a pinned path';
  end if;
end
$$;
rollback;
