-- Verify gamekeeper:slots/games/game_programs on pg
begin;
set local role gamekeeper;
do $$
begin
  perform game_id, program from slots.game_programs where false;
  if has_table_privilege('anon', 'slots.game_programs', 'select') or has_table_privilege('authenticated', 'slots.game_programs', 'select') or has_table_privilege('service_role', 'slots.game_programs', 'select') then
    raise exception 'slots.game_programs is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.game_programs', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.game_programs', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.game_programs', 'insert, update, delete, truncate') then
    raise exception 'slots.game_programs is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.game_programs'::regclass) then
    raise exception 'slots.game_programs has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'slots.game_programs'::regclass and tgname like 'append_only_%') <> 3 then
    raise exception 'slots.game_programs can be changed';
  end if;
end
$$;
rollback;
