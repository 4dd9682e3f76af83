-- Deploy gamekeeper:core/people/erase_deleted_user to pg
-- requires: auth/users core/people/erase_ids
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- BEFORE, so that the systems act while the row and what refers to it are there. Whoever may delete a sign-up counts as the
-- service. The deployer makes the trigger, because on Supabase the owner role has no privilege on auth.users.
create function core.erase_deleted_user()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform core.erase_ids(old.id, 'deleted from auth.users', old.id);
  return old;
end
$$;
comment on function core.erase_deleted_user() is 'Trigger on auth.users: who is deleted there is erased everywhere. [helper]';
revoke all on function core.erase_deleted_user() from public;
reset role;
create trigger erase_deleted_user before delete on auth.users for each row execute function core.erase_deleted_user();
commit;
