-- Verify gamekeeper:cards/play/check_turns on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.check_turns()', 'execute')
    or has_function_privilege('authenticated', 'cards.check_turns()', 'execute')
    or has_function_privilege('service_role', 'cards.check_turns()', 'execute')
  then
    raise exception 'cards.check_turns() has the wrong privileges';
  end if;
  if not exists (select from core.health_checks where name = 'cards.turns') then
    raise exception 'cards.check_turns is not registered';
  end if;
end
$$;
rollback;
