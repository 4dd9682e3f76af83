-- Verify gamekeeper:sparc/adventures/adventure_ratings on pg
begin;
do $$
begin
  perform
    adventure_id, user_id, rating, created_at, updated_at
  from sparc.adventure_ratings
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.adventure_ratings'::regclass) then
    raise exception 'sparc.adventure_ratings has no row level security';
  end if;
  if has_table_privilege('anon', 'sparc.adventure_ratings', 'select, insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.adventure_ratings';
  end if;
  if not has_table_privilege('authenticated', 'sparc.adventure_ratings', 'select')
    or has_table_privilege('authenticated', 'sparc.adventure_ratings', 'insert, update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.adventure_ratings';
  end if;
  if not has_table_privilege('service_role', 'sparc.adventure_ratings', 'select')
    or not has_table_privilege('service_role', 'sparc.adventure_ratings', 'insert')
    or not has_table_privilege('service_role', 'sparc.adventure_ratings', 'update')
    or not has_table_privilege('service_role', 'sparc.adventure_ratings', 'delete') then
    raise exception 'service_role has the wrong privileges on sparc.adventure_ratings';
  end if;
  perform 'sparc.idx_adventure_ratings_user_id'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.adventure_ratings'::regclass and polname in ('Users can view own ratings', 'Service writes adventure ratings')) <> 2 then
    raise exception 'sparc.adventure_ratings lacks a policy';
  end if;
end
$$;
rollback;
