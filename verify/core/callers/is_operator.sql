-- Verify gamekeeper:core/callers/is_operator on pg
begin;
do $$
begin
  perform set_config('request.jwt.claims', '{"sub": "00000000-0000-4000-8000-000000000001", "role": "authenticated", "app_metadata": {"gamekeeper": "operator"}}', true);
  if not core.is_operator() then
    raise exception 'an operator is not recognized';
  end if;
  perform set_config('request.jwt.claims', '{"sub": "00000000-0000-4000-8000-000000000001", "role": "authenticated"}', true);
  if core.is_operator() then
    raise exception 'a user passes for an operator';
  end if;
end
$$;
rollback;
