-- Verify gamekeeper:core/schema on pg
begin;
do $$
begin
  if not has_schema_privilege('anon', 'core', 'usage') or has_schema_privilege('anon', 'core', 'create') then
    raise exception 'schema core has the wrong privileges';
  end if;
end
$$;
rollback;
