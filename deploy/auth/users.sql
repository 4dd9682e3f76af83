-- Deploy gamekeeper:auth/users to pg
-- requires: auth/schema core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
do $do$
begin
  if (select nspowner from pg_namespace where nspname = 'auth') = 'gamekeeper'::regrole then
    create table auth.users (
      id uuid primary key,
      email text,
      raw_user_meta_data jsonb,
      created_at timestamptz default now(),
      updated_at timestamptz default now()
    );
    comment on table auth.users is
      'One row per signed-up user, written by whoever signs users up; the columns of Supabase''s table that this '
      'package reads. No client role is granted it.';
    comment on column auth.users.id is 'The user''s id: the claim sub.';
    comment on column auth.users.created_at is 'Instant of the sign-up.';
    comment on column auth.users.updated_at is 'Instant of the last change; written by whoever signs users up.';
    comment on column auth.users.email is
      'Address used to sign in; null for sign-ups without one. Never shown to clients. [personal]';
    comment on column auth.users.raw_user_meta_data is
      'What the user said at sign-up, such as display_name. Not to be trusted. [personal]';
    alter table auth.users enable row level security;
    grant select, insert, update, delete on auth.users to service_role;
    create policy service_writes on auth.users to service_role using (true) with check (true);
    comment on policy service_writes on auth.users is 'The service signs users up and removes them.';
  end if;
end
$do$;
commit;
