-- Verify gamekeeper:core/callers/is_service on pg
begin;
do $$
begin
  perform set_config('request.jwt.claims', '{"role": "authenticated"}', true);
  if core.is_service() then
    raise exception 'claims cannot lower the service';
  end if;
  if not has_function_privilege('authenticated', 'core.is_service()', 'execute') then
    raise exception 'authenticated cannot execute core.is_service()';
  end if;
end
$$;
rollback;
