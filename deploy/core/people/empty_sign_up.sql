-- Deploy gamekeeper:core/people/empty_sign_up to pg
-- requires: auth/users core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- On Supabase the row is GoTrue's, and the owner has no right on it: its admin API deletes it, which ends in
-- core.erase_deleted_user.
do $do$
begin
  if (select nspowner from pg_namespace where nspname = 'auth') = 'gamekeeper'::regrole then
    create function core.empty_sign_up(person_id uuid)
    returns void
    language sql
    volatile
    begin atomic
      update auth.users as u
      set email = null, raw_user_meta_data = null
      where u.id = empty_sign_up.person_id and (u.email is not null or u.raw_user_meta_data is not null);
    end;
  else
    create function core.empty_sign_up(person_id uuid)
    returns void
    language sql
    volatile
    begin atomic
      select;
    end;
  end if;
end
$do$;
comment on function core.empty_sign_up(uuid) is
  'Empties the row of a person in auth.users where it is this package''s; nothing where an identity service keeps it. [helper]';
revoke all on function core.empty_sign_up(uuid) from public;
commit;
