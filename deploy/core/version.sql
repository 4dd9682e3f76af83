-- Deploy gamekeeper:core/version to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.version()
returns text
language sql
immutable
parallel safe
return '0.1.0';
comment on function core.version() is
  'The release of Gamekeeper that is deployed, by Semantic Versioning: docs/releasing.md says what may change between two. [client]';
revoke all on function core.version() from public;
grant execute on function core.version() to anon, authenticated, service_role;
commit;
