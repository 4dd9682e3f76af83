-- Deploy gamekeeper:auth/jwt to pg
-- requires: auth/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
do $do$
begin
  if (select nspowner from pg_namespace where nspname = 'auth') = 'gamekeeper'::regrole then
    create function auth.jwt()
    returns jsonb
    language sql
    stable
    parallel safe
    return nullif(current_setting('request.jwt.claims', true), '')::jsonb;

    comment on function auth.jwt() is
      'The claims of the request as PostgREST and Supabase set them in request.jwt.claims; null without any. Raises '
      '22P02 when the setting is no JSON. [helper]';
    grant execute on function auth.jwt() to anon, authenticated, service_role;
  end if;
end
$do$;
commit;
