-- Verify gamekeeper:cards/schema on pg
begin;
do $$
begin
  if not has_schema_privilege('authenticated', 'cards', 'usage') or has_schema_privilege('authenticated', 'cards', 'create') then
    raise exception 'schema cards has the wrong privileges';
  end if;
end
$$;
rollback;
