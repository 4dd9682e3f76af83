-- Verify gamekeeper:slots/learning/open_rl_block on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.open_rl_block()', 'execute') or has_function_privilege('authenticated', 'slots.open_rl_block()', 'execute') or has_function_privilege('service_role', 'slots.open_rl_block()', 'execute') then
    raise exception 'slots.open_rl_block is executable by the wrong roles';
  end if;
end
$$;
rollback;
