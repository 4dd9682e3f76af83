-- Verify gamekeeper:xp/days/timezones on pg
begin;
set local role gamekeeper;
do $$
begin
  perform name from xp.timezones where false;
  if not has_table_privilege('anon', 'xp.timezones', 'select')
    or not has_table_privilege('authenticated', 'xp.timezones', 'select')
    or not has_table_privilege('service_role', 'xp.timezones', 'select')
    or has_table_privilege('anon', 'xp.timezones', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.timezones', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.timezones', 'insert, update, delete, truncate') then
    raise exception 'xp.timezones has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.timezones'::regclass) then
    raise exception 'xp.timezones has no row level security';
  end if;
  if (select count(*) from pg_policy where polrelid = 'xp.timezones'::regclass) <> 1 then
    raise exception 'xp.timezones has other policies';
  end if;
end
$$;
rollback;
