-- Verify gamekeeper:auth/schema on pg
begin;
do $$
begin
  if not has_schema_privilege('gamekeeper', 'auth', 'usage') or not has_schema_privilege('authenticated', 'auth', 'usage') then
    raise exception 'schema auth cannot be used';
  end if;
end
$$;
rollback;
