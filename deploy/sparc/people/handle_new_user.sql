-- Deploy gamekeeper:sparc/people/handle_new_user to pg
-- requires: sparc/people/users sparc/people/profile_name auth/users core/keys/now_utc core/callers/is_closed
begin;
set local search_path = pg_temp;
-- auth.users may belong to Supabase: the owner role gets no privilege on it, so the deployer adds the trigger, and profiles
-- are made for who signed up before. A profile insert cannot fail for anything that a signing-up user chooses; what fails for
-- another reason fails the sign-up, loudly. Who was erased and signs up under the same id gets no profile.
set local role gamekeeper;
create function sparc.handle_new_user()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _name text := sparc.profile_name(new.raw_user_meta_data, new.email);
begin
  if core.is_closed(new.id) then
    return new;
  end if;
  insert into sparc.users as u (id, email, display_name)
  values (new.id, new.email, _name)
  on conflict do nothing;
  if not found then
    -- another profile carries the address (single sign-on): the profile goes without it
    insert into sparc.users as u (id, display_name) values (new.id, _name)
    on conflict (id) do nothing;
  end if;
  return new;
end
$$;
comment on function sparc.handle_new_user() is
  'Trigger on auth.users: makes the profile of a sign-up. A second profile of one address goes without the address. '
  '[helper]';
revoke all on function sparc.handle_new_user() from public;
reset role;

insert into sparc.users (id, email, display_name, created_at)
select
  a.id,
  case when row_number() over (partition by a.email order by a.created_at, a.id) = 1 then a.email end,
  sparc.profile_name(a.raw_user_meta_data, a.email),
  coalesce(a.created_at, core.now_utc())
from auth.users as a
where not core.is_closed(a.id);

do $$
declare
  _name name := 'on_auth_user_created';
begin
  -- the name is so common in Supabase projects that another trigger may carry it
  if exists (select from pg_trigger as t where t.tgrelid = 'auth.users'::regclass and t.tgname = _name) then
    _name := 'on_auth_user_created_sparc';
  end if;
  execute format('create trigger %I after insert on auth.users for each row execute function sparc.handle_new_user()', _name);
end
$$;
commit;
