-- Verify gamekeeper:cards/rules/config_problem on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.config_problem(jsonb)', 'execute')
    or not has_function_privilege('authenticated', 'cards.config_problem(jsonb)', 'execute')
    or not has_function_privilege('service_role', 'cards.config_problem(jsonb)', 'execute')
  then
    raise exception 'cards.config_problem(jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
