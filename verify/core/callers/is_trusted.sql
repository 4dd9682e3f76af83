-- Verify gamekeeper:core/callers/is_trusted on pg
begin;
set local role gamekeeper;
do $$
begin
  perform set_config('request.jwt.claims', '', true);
  if not core.is_trusted() then
    raise exception 'the deployer is not trusted';
  end if;
  if not has_function_privilege('anon', 'core.is_trusted()', 'execute')
    or not has_function_privilege('authenticated', 'core.is_trusted()', 'execute')
    or not has_function_privilege('service_role', 'core.is_trusted()', 'execute')
  then
    raise exception 'a client role cannot execute core.is_trusted()';
  end if;
end
$$;
rollback;
