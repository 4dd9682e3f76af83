-- Verify gamekeeper:cards/log/save_progress on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.save_progress(uuid, cards.table_state, cards.progress, timestamptz, boolean, boolean)', 'execute')
    or has_function_privilege('authenticated', 'cards.save_progress(uuid, cards.table_state, cards.progress, timestamptz, boolean, boolean)', 'execute')
    or has_function_privilege('service_role', 'cards.save_progress(uuid, cards.table_state, cards.progress, timestamptz, boolean, boolean)', 'execute')
  then
    raise exception 'cards.save_progress(uuid, cards.table_state, cards.progress, timestamptz, boolean, boolean) has the wrong privileges';
  end if;
end
$$;
rollback;
