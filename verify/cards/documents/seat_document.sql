-- Verify gamekeeper:cards/documents/seat_document on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.seat_document(text[], integer[])', 'execute')
    or not has_function_privilege('authenticated', 'cards.seat_document(text[], integer[])', 'execute')
    or not has_function_privilege('service_role', 'cards.seat_document(text[], integer[])', 'execute')
  then
    raise exception 'cards.seat_document(text[], integer[]) has the wrong privileges';
  end if;
end
$$;
rollback;
