-- Verify gamekeeper:core/records/append_only on pg
begin;
do $$
begin
  if has_function_privilege('service_role', 'core.append_only()', 'execute') then
    raise exception 'service_role can execute core.append_only()';
  end if;
end
$$;
rollback;
