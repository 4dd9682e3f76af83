-- Verify gamekeeper:core/records/setting_problem on pg
begin;
set local role gamekeeper;
do $$
begin
  if core.setting_problem('integer', 1, 2, '2') is not null or core.setting_problem('integer', 1, 2, '3') is null then
    raise exception 'core.setting_problem judges wrongly';
  end if;
  if has_function_privilege('authenticated', 'core.setting_problem(text, numeric, numeric, jsonb)', 'execute') then
    raise exception 'core.setting_problem has the wrong privileges';
  end if;
end
$$;
rollback;
