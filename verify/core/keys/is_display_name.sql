-- Verify gamekeeper:core/keys/is_display_name on pg
begin;
do $$
begin
  if not core.is_display_name('Ann') or core.is_display_name(E'\u200b') or core.is_display_name(E'Ann\u202e') then
    raise exception 'core.is_display_name(text) judges wrongly';
  end if;
  if has_function_privilege('anon', 'core.is_display_name(text)', 'execute')
    or not has_function_privilege('authenticated', 'core.is_display_name(text)', 'execute')
    or not has_function_privilege('service_role', 'core.is_display_name(text)', 'execute')
  then
    raise exception 'core.is_display_name(text) has the wrong privileges';
  end if;
end
$$;
rollback;
