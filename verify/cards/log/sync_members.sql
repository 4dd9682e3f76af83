-- Verify gamekeeper:cards/log/sync_members on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.sync_members(uuid, cards.table_state)', 'execute')
    or has_function_privilege('authenticated', 'cards.sync_members(uuid, cards.table_state)', 'execute')
    or has_function_privilege('service_role', 'cards.sync_members(uuid, cards.table_state)', 'execute')
  then
    raise exception 'cards.sync_members(uuid, cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
