-- Verify gamekeeper:sparc/schema on pg
begin;
do $$
begin
  if not has_schema_privilege('anon', 'sparc', 'usage') or has_schema_privilege('anon', 'sparc', 'create') then
    raise exception 'the schema sparc has the wrong privileges';
  end if;
end
$$;
rollback;
