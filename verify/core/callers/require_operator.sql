-- Verify gamekeeper:core/callers/require_operator on pg
begin;
do $$
begin
  perform set_config('request.jwt.claims', '{"sub": "00000000-0000-4000-8000-000000000001", "role": "authenticated"}', true);
  begin
    perform core.require_operator();
  exception
    when sqlstate 'KG003' then return;
  end;
  raise exception 'core.require_operator() lets anybody pass';
end
$$;
rollback;
