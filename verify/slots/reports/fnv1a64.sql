-- Verify gamekeeper:slots/reports/fnv1a64 on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_function_privilege('anon', 'slots.fnv1a64(bytea)', 'execute') or not has_function_privilege('authenticated', 'slots.fnv1a64(bytea)', 'execute') or not has_function_privilege('service_role', 'slots.fnv1a64(bytea)', 'execute') then
    raise exception 'slots.fnv1a64 is executable by the wrong roles';
  end if;
  if slots.fnv1a64('') <> 'cbf29ce484222325' then
    raise exception 'slots.fnv1a64 gives a wrong answer';
  end if;
end
$$;
rollback;
