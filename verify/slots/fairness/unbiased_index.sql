-- Verify gamekeeper:slots/fairness/unbiased_index on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.unbiased_index(bigint, integer)', 'execute') or has_function_privilege('authenticated', 'slots.unbiased_index(bigint, integer)', 'execute') or has_function_privilege('service_role', 'slots.unbiased_index(bigint, integer)', 'execute') then
    raise exception 'slots.unbiased_index is executable by the wrong roles';
  end if;
  if slots.unbiased_index(4294967295, 3) is not null then
    raise exception 'slots.unbiased_index gives a wrong answer';
  end if;
end
$$;
rollback;
