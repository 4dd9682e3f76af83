-- Verify gamekeeper:cards/bots/bot_strategies on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.bot_strategies(cards.table_state)', 'execute')
    or has_function_privilege('authenticated', 'cards.bot_strategies(cards.table_state)', 'execute')
    or has_function_privilege('service_role', 'cards.bot_strategies(cards.table_state)', 'execute')
  then
    raise exception 'cards.bot_strategies(cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
