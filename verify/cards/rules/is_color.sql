-- Verify gamekeeper:cards/rules/is_color on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.is_color(text)', 'execute')
    or has_function_privilege('authenticated', 'cards.is_color(text)', 'execute')
    or has_function_privilege('service_role', 'cards.is_color(text)', 'execute')
  then
    raise exception 'cards.is_color(text) has the wrong privileges';
  end if;
end
$$;
rollback;
