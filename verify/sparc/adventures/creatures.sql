-- Verify gamekeeper:sparc/adventures/creatures on pg
begin;
do $$
begin
  perform
    id, adventure_id, name, description, stats, abilities, hit_points, armor, created_at, updated_at
  from sparc.creatures
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.creatures'::regclass) then
    raise exception 'sparc.creatures has no row level security';
  end if;
  if not has_table_privilege('anon', 'sparc.creatures', 'select')
    or has_table_privilege('anon', 'sparc.creatures', 'insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.creatures';
  end if;
  if not has_table_privilege('authenticated', 'sparc.creatures', 'select')
    or has_table_privilege('authenticated', 'sparc.creatures', 'insert')
    or not has_column_privilege('authenticated', 'sparc.creatures', 'name', 'insert')
    or has_column_privilege('authenticated', 'sparc.creatures', 'id', 'insert')
    or has_column_privilege('authenticated', 'sparc.creatures', 'created_at', 'insert')
    or not has_table_privilege('authenticated', 'sparc.creatures', 'delete')
    or has_table_privilege('authenticated', 'sparc.creatures', 'update') then
    raise exception 'authenticated has the wrong privileges on sparc.creatures';
  end if;
  if not has_table_privilege('service_role', 'sparc.creatures', 'select')
    or not has_table_privilege('service_role', 'sparc.creatures', 'insert')
    or not has_table_privilege('service_role', 'sparc.creatures', 'update')
    or not has_table_privilege('service_role', 'sparc.creatures', 'delete') then
    raise exception 'service_role has the wrong privileges on sparc.creatures';
  end if;
  perform 'sparc.idx_creatures_adventure_id'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.creatures'::regclass and polname in ('Creatures visible with their adventure', 'Creators can insert creatures', 'Creators can update own creatures', 'Creators can delete own creatures', 'Service writes creatures')) <> 5 then
    raise exception 'sparc.creatures lacks a policy';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.creatures'::regclass and tgname = 'touch' and tgenabled = 'O') then
    raise exception 'sparc.creatures lacks the trigger touch';
  end if;
end
$$;
rollback;
