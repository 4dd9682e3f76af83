-- Verify gamekeeper:core/callers/require_service on pg
begin;
do $$
begin
  perform set_config('request.jwt.claims', '{"role": "anon"}', true);
  begin
    perform core.require_service();
  exception
    when sqlstate 'KG003' then return;
  end;
  raise exception 'core.require_service() lets anybody pass';
end
$$;
rollback;
