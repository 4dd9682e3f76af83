-- Deploy gamekeeper:core/callers/user_id to pg
-- requires: auth/jwt core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Where auth.uid() is Supabase's, it raises 22P02 for a sub that is no uuid.
create function core.user_id()
returns uuid
language sql
stable
parallel safe
return substring(auth.jwt() ->> 'sub' from '(?i)^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$')::uuid;
comment on function core.user_id() is
  'The id of the calling user: the claim sub; null for a caller without one, and where it is no uuid. [helper]';
revoke all on function core.user_id() from public;
grant execute on function core.user_id() to authenticated, service_role;
commit;
