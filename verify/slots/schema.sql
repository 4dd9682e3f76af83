-- Verify gamekeeper:slots/schema on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_schema_privilege('anon', 'slots', 'usage') or has_schema_privilege('authenticated', 'slots', 'create') then
    raise exception 'schema slots has the wrong privileges';
  end if;
end
$$;
rollback;
