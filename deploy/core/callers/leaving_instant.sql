-- Deploy gamekeeper:core/callers/leaving_instant to pg
-- requires: core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The router sets it in the transaction of its gateway, whose login no client has: so what anybody else sets says nothing.
create function core.leaving_instant()
returns timestamptz
language sql
volatile
return coalesce(
  case when session_user = 'gamekeeper_gateway' then nullif(current_setting('gamekeeper.leaving_instant', true), '')::timestamptz end,
  core.wall_clock()
);
comment on function core.leaving_instant() is
  'The instant at which somebody leaves: now, or through the router the one that the shard where they live has noted. [helper]';
revoke all on function core.leaving_instant() from public;
commit;
