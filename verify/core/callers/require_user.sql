-- Verify gamekeeper:core/callers/require_user on pg
begin;
do $$
begin
  perform set_config('request.jwt.claims', '', true);
  begin
    perform core.require_user();
  exception
    when sqlstate 'KG002' then return;
  end;
  raise exception 'core.require_user() lets a stranger pass';
end
$$;
rollback;
