-- Verify gamekeeper:cards/rules/is_name on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.is_name(text)', 'execute')
    or not has_function_privilege('authenticated', 'cards.is_name(text)', 'execute')
    or not has_function_privilege('service_role', 'cards.is_name(text)', 'execute')
  then
    raise exception 'cards.is_name(text) has the wrong privileges';
  end if;
end
$$;
rollback;
