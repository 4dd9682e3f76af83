-- Verify gamekeeper:core/records/settings on pg
begin;
do $$
begin
  perform name, type, minimum, maximum, default_value, value, changed_by, meaning, updated_at from core.settings where false;
  if has_table_privilege('anon', 'core.settings', 'select') or has_table_privilege('authenticated', 'core.settings', 'update') then
    raise exception 'core.settings has the wrong privileges';
  end if;
  if not exists (select from core.settings where name = 'core.clients_can_abort' and changed_by = 'service') then
    raise exception 'core.settings lacks core.clients_can_abort';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'core.settings'::regclass) then
    raise exception 'core.settings has no row level security';
  end if;
end
$$;
rollback;
