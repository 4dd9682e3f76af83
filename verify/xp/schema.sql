-- Verify gamekeeper:xp/schema on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_schema_privilege('anon', 'xp', 'usage') or has_schema_privilege('anon', 'xp', 'create') then
    raise exception 'schema xp has the wrong privileges';
  end if;
end
$$;
rollback;
