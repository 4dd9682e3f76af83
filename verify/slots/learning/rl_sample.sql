-- Verify gamekeeper:slots/learning/rl_sample on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.rl_sample(integer, bigint)', 'execute') or not has_function_privilege('authenticated', 'slots.rl_sample(integer, bigint)', 'execute') or not has_function_privilege('service_role', 'slots.rl_sample(integer, bigint)', 'execute') then
    raise exception 'slots.rl_sample is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.rl_sample(integer, bigint)'::regprocedure) then
    raise exception 'slots.rl_sample is no definer function with a pinned path';
  end if;
end
$$;
rollback;
