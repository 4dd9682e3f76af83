-- Verify gamekeeper:auth/uid on pg
begin;
do $$
begin
  perform set_config('request.jwt.claims', '{"sub": "00000000-0000-4000-8000-000000000001"}', true);
  if auth.uid() is distinct from '00000000-0000-4000-8000-000000000001'::uuid then
    raise exception 'auth.uid() does not read the claim sub';
  end if;
end
$$;
rollback;
