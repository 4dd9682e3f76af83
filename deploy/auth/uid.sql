-- Deploy gamekeeper:auth/uid to pg
-- requires: auth/jwt
begin;
set local search_path = pg_temp;
set local role gamekeeper;
do $do$
begin
  if (select nspowner from pg_namespace where nspname = 'auth') = 'gamekeeper'::regrole then
    create function auth.uid()
    returns uuid
    language sql
    stable
    parallel safe
    return substring(
      nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
      from '(?i)^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    )::uuid;

    comment on function auth.uid() is
      'The id of the calling user: the claim sub; null for a caller without one, and where it is no uuid (Supabase''s own raises 22P02 there). '
      '[helper]';
    grant execute on function auth.uid() to anon, authenticated, service_role;
  end if;
end
$do$;
commit;
