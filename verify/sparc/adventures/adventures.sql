-- Verify gamekeeper:sparc/adventures/adventures on pg
begin;
do $$
begin
  perform
    id, creator_id, name, description, thumbnail_url, artwork_url, difficulty, estimated_duration, min_players, max_players, content, status, published_at, is_valid, validation_errors, times_played, average_rating, created_at, updated_at
  from sparc.adventures
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.adventures'::regclass) then
    raise exception 'sparc.adventures has no row level security';
  end if;
  if not has_table_privilege('anon', 'sparc.adventures', 'select')
    or has_table_privilege('anon', 'sparc.adventures', 'insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.adventures';
  end if;
  if not has_table_privilege('authenticated', 'sparc.adventures', 'select')
    or has_table_privilege('authenticated', 'sparc.adventures', 'insert')
    or not has_column_privilege('authenticated', 'sparc.adventures', 'name', 'insert')
    or has_column_privilege('authenticated', 'sparc.adventures', 'id', 'insert')
    or has_column_privilege('authenticated', 'sparc.adventures', 'created_at', 'insert')
    or not has_table_privilege('authenticated', 'sparc.adventures', 'delete')
    or has_table_privilege('authenticated', 'sparc.adventures', 'update') then
    raise exception 'authenticated has the wrong privileges on sparc.adventures';
  end if;
  if not has_table_privilege('service_role', 'sparc.adventures', 'select')
    or not has_table_privilege('service_role', 'sparc.adventures', 'insert')
    or not has_table_privilege('service_role', 'sparc.adventures', 'update')
    or not has_table_privilege('service_role', 'sparc.adventures', 'delete') then
    raise exception 'service_role has the wrong privileges on sparc.adventures';
  end if;
  perform 'sparc.idx_adventures_creator_id'::regclass;
  perform 'sparc.idx_adventures_status'::regclass;
  perform 'sparc.idx_adventures_published'::regclass;
  perform 'sparc.idx_adventures_difficulty'::regclass;
  perform 'sparc.idx_adventures_content'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.adventures'::regclass and polname in ('Published adventures visible to all', 'Creators can insert adventures', 'Creators can update own adventures', 'Creators can delete own adventures', 'Service writes adventures')) <> 5 then
    raise exception 'sparc.adventures lacks a policy';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.adventures'::regclass and tgname = 'touch' and tgenabled = 'O') then
    raise exception 'sparc.adventures lacks the trigger touch';
  end if;
end
$$;
rollback;
