-- Verify gamekeeper:slots/fairness/draw_stops on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.draw_stops(bytea, bytea, text, bigint, integer[])', 'execute') or has_function_privilege('authenticated', 'slots.draw_stops(bytea, bytea, text, bigint, integer[])', 'execute') or has_function_privilege('service_role', 'slots.draw_stops(bytea, bytea, text, bigint, integer[])', 'execute') then
    raise exception 'slots.draw_stops is executable by the wrong roles';
  end if;
end
$$;
rollback;
