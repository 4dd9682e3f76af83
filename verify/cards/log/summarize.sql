-- Verify gamekeeper:cards/log/summarize on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.summarize(uuid, cards.table_state, boolean, uuid[], timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.summarize(uuid, cards.table_state, boolean, uuid[], timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.summarize(uuid, cards.table_state, boolean, uuid[], timestamptz)', 'execute')
  then
    raise exception 'cards.summarize(uuid, cards.table_state, boolean, uuid[], timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
