-- Verify gamekeeper:slots/learning/shuffled_position on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.shuffled_position(bigint, bigint, bigint)', 'execute') or has_function_privilege('authenticated', 'slots.shuffled_position(bigint, bigint, bigint)', 'execute') or has_function_privilege('service_role', 'slots.shuffled_position(bigint, bigint, bigint)', 'execute') then
    raise exception 'slots.shuffled_position is executable by the wrong roles';
  end if;
  if (select count(distinct slots.shuffled_position(i, 10, 1)) from generate_series(0, 9) as i) <> 10 then
    raise exception 'slots.shuffled_position gives a wrong answer';
  end if;
end
$$;
rollback;
