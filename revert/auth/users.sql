-- Revert gamekeeper:auth/users from pg
-- Destroys the sign-ups kept here (never those of a foreign auth schema).
begin;
set local role gamekeeper;
do $$
begin
  if (select nspowner from pg_namespace where nspname = 'auth') = 'gamekeeper'::regrole then
    drop table auth.users;
  end if;
end
$$;
commit;
