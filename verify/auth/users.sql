-- Verify gamekeeper:auth/users on pg
begin;
do $$
begin
  perform id, email, raw_user_meta_data, created_at, updated_at from auth.users where false;
  if has_table_privilege('anon', 'auth.users', 'select') then
    raise exception 'anon can read auth.users';
  end if;
end
$$;
rollback;
