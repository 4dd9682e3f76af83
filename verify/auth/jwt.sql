-- Verify gamekeeper:auth/jwt on pg
begin;
do $$
begin
  perform set_config('request.jwt.claims', '{"sub": "00000000-0000-4000-8000-000000000001"}', true);
  if auth.jwt() ->> 'sub' is distinct from '00000000-0000-4000-8000-000000000001' then
    raise exception 'auth.jwt() does not read request.jwt.claims';
  end if;
end
$$;
rollback;
