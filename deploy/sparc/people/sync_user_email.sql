-- Deploy gamekeeper:sparc/people/sync_user_email to pg
-- requires: sparc/people/users auth/users
begin;
set local search_path = pg_temp;
-- The deployer makes the trigger, because on Supabase the owner role has no privilege on auth.users.
set local role gamekeeper;
create function sparc.sync_user_email()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  begin
    update sparc.users as u set email = new.email where u.id = new.id;
  exception
    when unique_violation then
      update sparc.users as u set email = null where u.id = new.id;
  end;
  return new;
end
$$;
comment on function sparc.sync_user_email() is
  'Trigger on auth.users: the profile''s copy of the address follows a change. [helper]';
revoke all on function sparc.sync_user_email() from public;
reset role;
create trigger on_auth_user_email_changed after update of email on auth.users
for each row when (old.email is distinct from new.email) execute function sparc.sync_user_email();
commit;
