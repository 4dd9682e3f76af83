-- Verify gamekeeper:slots/learning/infer on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_function_privilege('anon', 'slots.infer(jsonb, double precision, bigint)', 'execute') or not has_function_privilege('authenticated', 'slots.infer(jsonb, double precision, bigint)', 'execute') or not has_function_privilege('service_role', 'slots.infer(jsonb, double precision, bigint)', 'execute') then
    raise exception 'slots.infer is executable by the wrong roles';
  end if;
  if slots.infer('{"state": "Idle"}') <> '{"type": "PlaceBet"}' then
    raise exception 'slots.infer gives a wrong answer';
  end if;
end
$$;
rollback;
