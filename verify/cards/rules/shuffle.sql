-- Verify gamekeeper:cards/rules/shuffle on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.shuffle(text, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.shuffle(text, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.shuffle(text, integer)', 'execute')
  then
    raise exception 'cards.shuffle(text, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
