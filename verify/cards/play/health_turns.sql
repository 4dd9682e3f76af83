-- Verify gamekeeper:cards/play/health_turns on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.health_turns()', 'execute')
    or has_function_privilege('authenticated', 'cards.health_turns()', 'execute')
    or has_function_privilege('service_role', 'cards.health_turns()', 'execute')
  then
    raise exception 'cards.health_turns() has the wrong privileges';
  end if;
  if not exists (select from core.health_checks where name = 'cards.turns') then
    raise exception 'cards.health_turns is not registered';
  end if;
end
$$;
rollback;
