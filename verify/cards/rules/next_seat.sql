-- Verify gamekeeper:cards/rules/next_seat on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.next_seat(integer, integer, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.next_seat(integer, integer, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.next_seat(integer, integer, integer)', 'execute')
  then
    raise exception 'cards.next_seat(integer, integer, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
