-- Verify gamekeeper:cards/players/member_ids on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.member_ids(cards.table_state)', 'execute')
    or has_function_privilege('authenticated', 'cards.member_ids(cards.table_state)', 'execute')
    or has_function_privilege('service_role', 'cards.member_ids(cards.table_state)', 'execute')
  then
    raise exception 'cards.member_ids(cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
