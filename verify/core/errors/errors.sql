-- Verify gamekeeper:core/errors/errors on pg
begin;
do $$
begin
  if (select count(*) from core.errors where sqlstate like 'KG00_') < 8 then
    raise exception 'core.errors lacks codes of core';
  end if;
  if not has_table_privilege('anon', 'core.errors', 'select') or has_table_privilege('authenticated', 'core.errors', 'insert') then
    raise exception 'core.errors has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'core.errors'::regclass) then
    raise exception 'core.errors has no row level security';
  end if;
end
$$;
rollback;
