-- Deploy gamekeeper:core/keys/now_utc to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- now() is an instant already; a cast through a timestamp without zone would shift
-- it by the session's TimeZone.
create function core.now_utc()
returns timestamptz
language sql
stable
parallel safe
return now();
comment on function core.now_utc() is
  'The instant at which the transaction began, the same under every TimeZone. Commands read it once and pass it down; no client can pass a time. [helper]';
revoke all on function core.now_utc() from public;
grant execute on function core.now_utc() to anon, authenticated, service_role, gamekeeper_monitor;
commit;
