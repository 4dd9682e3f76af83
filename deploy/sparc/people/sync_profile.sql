-- Deploy gamekeeper:sparc/people/sync_profile to pg
-- requires: sparc/people/users sparc/people/profile_name auth/users core/callers/closed_persons
begin;
set local search_path = pg_temp;
-- The deployer makes the trigger, because on Supabase the owner role has no privilege on auth.users.
set local role gamekeeper;
create function sparc.sync_profile()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  if exists (select from core.closed_persons as c where c.person_id = new.id and c.kind <> 'closed') then
    return new;
  end if;
  if old.email is null then
    -- a guest becomes somebody: the name that nobody chose follows what they say now
    update sparc.users as u
    set display_name = sparc.profile_name(new.raw_user_meta_data, new.email)
    where u.id = new.id and u.display_name = sparc.profile_name(old.raw_user_meta_data, old.email);
  end if;
  begin
    update sparc.users as u set email = new.email where u.id = new.id;
  exception
    when unique_violation then
      update sparc.users as u set email = null where u.id = new.id;
  end;
  return new;
end
$$;
comment on function sparc.sync_profile() is
  'Trigger on auth.users: the profile''s copy of the address follows a change; a guest who gets an address gets the name '
  'too, unless they chose one before. Nothing comes back of who was erased. [helper]';
revoke all on function sparc.sync_profile() from public;
reset role;
create trigger sync_profile after update of email, raw_user_meta_data on auth.users
for each row
when ((old.email, old.raw_user_meta_data) is distinct from (new.email, new.raw_user_meta_data)) execute function sparc.sync_profile();
commit;
