-- Deploy gamekeeper:auth/schema to pg
-- requires: core/roles
begin;
set local search_path = pg_temp;
-- On a database with an auth schema (Supabase) that one is used and nothing of it is changed; only the
-- owner role gets the right to look into it: by a grant, or by membership in authenticated where the
-- deployer can't grant.
do $$
begin
  if to_regnamespace('auth') is null then
    create schema auth authorization gamekeeper;
    set local role gamekeeper;
    comment on schema auth is
      'Made by gamekeeper: who is calling, as Supabase and PostgREST tell it. Never made where the database has one.';
    grant usage on schema auth to anon, authenticated, service_role;
  elsif not has_schema_privilege('gamekeeper', 'auth', 'usage') then
    if has_schema_privilege('auth', 'usage with grant option') then
      grant usage on schema auth to gamekeeper;
    else
      grant authenticated to gamekeeper;
    end if;
  end if;
end
$$;
commit;
