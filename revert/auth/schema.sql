-- Revert gamekeeper:auth/schema from pg
begin;
do $$
begin
  if exists (select from pg_namespace where nspname = 'auth' and nspowner = 'gamekeeper'::regrole) then
    drop schema auth;
  elsif has_schema_privilege('auth', 'usage with grant option') then
    revoke usage on schema auth from gamekeeper;
  elsif pg_has_role('gamekeeper', 'authenticated', 'member') then
    revoke authenticated from gamekeeper;
  end if;
end
$$;
commit;
