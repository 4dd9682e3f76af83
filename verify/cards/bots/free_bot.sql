-- Verify gamekeeper:cards/bots/free_bot on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.free_bot(cards.table_state)', 'execute')
    or has_function_privilege('authenticated', 'cards.free_bot(cards.table_state)', 'execute')
    or has_function_privilege('service_role', 'cards.free_bot(cards.table_state)', 'execute')
  then
    raise exception 'cards.free_bot(cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
