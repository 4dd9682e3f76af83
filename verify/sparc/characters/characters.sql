-- Verify gamekeeper:sparc/characters/characters on pg
begin;
do $$
begin
  perform
    id, user_id, name, class, might, grace, wit, heart, hit_points, max_hit_points, experience, level, equipment, special_ability, last_played_at, created_at, updated_at
  from sparc.characters
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.characters'::regclass) then
    raise exception 'sparc.characters has no row level security';
  end if;
  if has_table_privilege('anon', 'sparc.characters', 'select, insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.characters';
  end if;
  if not has_table_privilege('authenticated', 'sparc.characters', 'select')
    or has_table_privilege('authenticated', 'sparc.characters', 'insert')
    or not has_column_privilege('authenticated', 'sparc.characters', 'name', 'insert')
    or has_column_privilege('authenticated', 'sparc.characters', 'id', 'insert')
    or has_column_privilege('authenticated', 'sparc.characters', 'created_at', 'insert')
    or not has_table_privilege('authenticated', 'sparc.characters', 'delete')
    or has_table_privilege('authenticated', 'sparc.characters', 'update') then
    raise exception 'authenticated has the wrong privileges on sparc.characters';
  end if;
  if not has_table_privilege('service_role', 'sparc.characters', 'select')
    or not has_table_privilege('service_role', 'sparc.characters', 'insert')
    or not has_table_privilege('service_role', 'sparc.characters', 'update')
    or not has_table_privilege('service_role', 'sparc.characters', 'delete') then
    raise exception 'service_role has the wrong privileges on sparc.characters';
  end if;
  perform 'sparc.idx_characters_user_id'::regclass;
  perform 'sparc.idx_characters_class'::regclass;
  perform 'sparc.idx_characters_last_played'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.characters'::regclass and polname in ('Users can view own characters', 'Users can create own characters', 'Users can update own characters', 'Users can delete own characters', 'Service writes characters')) <> 5 then
    raise exception 'sparc.characters lacks a policy';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.characters'::regclass and tgname = 'touch' and tgenabled = 'O') then
    raise exception 'sparc.characters lacks the trigger touch';
  end if;
end
$$;
rollback;
