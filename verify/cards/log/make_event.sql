-- Verify gamekeeper:cards/log/make_event on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.make_event(uuid, integer, text, jsonb)', 'execute')
    or has_function_privilege('authenticated', 'cards.make_event(uuid, integer, text, jsonb)', 'execute')
    or has_function_privilege('service_role', 'cards.make_event(uuid, integer, text, jsonb)', 'execute')
  then
    raise exception 'cards.make_event(uuid, integer, text, jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
