-- Verify gamekeeper:sparc/people/users on pg
begin;
do $$
begin
  perform
    id, email, display_name, avatar_url, bio, is_verified, games_played, games_run, created_at, updated_at
  from sparc.users
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.users'::regclass) then
    raise exception 'sparc.users has no row level security';
  end if;
  if has_table_privilege('anon', 'sparc.users', 'select, insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.users';
  end if;
  if has_table_privilege('authenticated', 'sparc.users', 'select, insert, update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.users';
  end if;
  if not has_table_privilege('service_role', 'sparc.users', 'select')
    or not has_table_privilege('service_role', 'sparc.users', 'insert')
    or not has_table_privilege('service_role', 'sparc.users', 'update')
    or not has_table_privilege('service_role', 'sparc.users', 'delete') then
    raise exception 'service_role has the wrong privileges on sparc.users';
  end if;
  if has_column_privilege('authenticated', 'sparc.users', 'email', 'select')
    or has_column_privilege('anon', 'sparc.users', 'email', 'select') then
    raise exception 'clients can read addresses';
  end if;
  perform 'sparc.idx_users_display_name'::regclass;
  perform 'sparc.idx_users_created_at'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.users'::regclass and polname in ('Public profiles readable', 'Users can update own profile', 'Service writes profiles')) <> 3 then
    raise exception 'sparc.users lacks a policy';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.users'::regclass and tgname = 'touch' and tgenabled = 'O') then
    raise exception 'sparc.users lacks the trigger touch';
  end if;
end
$$;
rollback;
