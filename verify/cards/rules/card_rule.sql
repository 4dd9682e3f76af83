-- Verify gamekeeper:cards/rules/card_rule on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.card_rule(bigint, bigint, integer, integer, integer, boolean)', 'execute')
    or not has_function_privilege('authenticated', 'cards.card_rule(bigint, bigint, integer, integer, integer, boolean)', 'execute')
    or not has_function_privilege('service_role', 'cards.card_rule(bigint, bigint, integer, integer, integer, boolean)', 'execute')
  then
    raise exception 'cards.card_rule(bigint, bigint, integer, integer, integer, boolean) has the wrong privileges';
  end if;
end
$$;
rollback;
