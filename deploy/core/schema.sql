-- Deploy gamekeeper:core/schema to pg
-- requires: core/default_privileges
begin;
set local search_path = pg_temp;
create schema core authorization gamekeeper;
set local role gamekeeper;
comment on schema core is
  'What all systems share: errors, identity of the caller, keys, clock, audit, rate limits, upkeep and health. Knows no system.';
grant usage on schema core to anon, authenticated, service_role, gamekeeper_monitor;
commit;
