-- Verify gamekeeper:core/records/set_setting on pg
begin;
do $$
begin
  if has_function_privilege('anon', 'core.set_setting(text, jsonb)', 'execute')
    or not has_function_privilege('authenticated', 'core.set_setting(text, jsonb)', 'execute') then
    raise exception 'core.set_setting has the wrong privileges';
  end if;
end
$$;
rollback;
