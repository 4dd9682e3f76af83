-- Verify gamekeeper:cards/play/misplay on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.misplay(uuid, cards.table_state, integer, text, text, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.misplay(uuid, cards.table_state, integer, text, text, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.misplay(uuid, cards.table_state, integer, text, text, timestamptz)', 'execute')
  then
    raise exception 'cards.misplay(uuid, cards.table_state, integer, text, text, timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
