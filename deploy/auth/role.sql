-- Deploy gamekeeper:auth/role to pg
-- requires: auth/jwt
begin;
set local search_path = pg_temp;
set local role gamekeeper;
do $do$
begin
  if (select nspowner from pg_namespace where nspname = 'auth') = 'gamekeeper'::regrole then
    create function auth.role()
    returns text
    language sql
    stable
    parallel safe
    return nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role';

    comment on function auth.role() is
      'The role that the claims name: anon, authenticated or service_role; null without claims. What a caller may do is '
      'decided by the database role, never by this alone. [helper]';
    grant execute on function auth.role() to anon, authenticated, service_role;
  end if;
end
$do$;
commit;
