-- Verify gamekeeper:cards/bots/bot_id on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.bot_id(integer)', 'execute')
    or has_function_privilege('authenticated', 'cards.bot_id(integer)', 'execute')
    or has_function_privilege('service_role', 'cards.bot_id(integer)', 'execute')
  then
    raise exception 'cards.bot_id(integer) has the wrong privileges';
  end if;
end
$$;
rollback;
