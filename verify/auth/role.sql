-- Verify gamekeeper:auth/role on pg
begin;
do $$
begin
  perform set_config('request.jwt.claims', '{"role": "anon"}', true);
  if auth.role() is distinct from 'anon' then
    raise exception 'auth.role() does not read the claim role';
  end if;
end
$$;
rollback;
