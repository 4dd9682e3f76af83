-- Verify gamekeeper:cards/rules/longest_run on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.longest_run(integer[], integer)', 'execute')
    or has_function_privilege('authenticated', 'cards.longest_run(integer[], integer)', 'execute')
    or has_function_privilege('service_role', 'cards.longest_run(integer[], integer)', 'execute')
  then
    raise exception 'cards.longest_run(integer[], integer) has the wrong privileges';
  end if;
end
$$;
rollback;
