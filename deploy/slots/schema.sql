-- Deploy gamekeeper:slots/schema to pg
-- requires: core/default_privileges core/schema
begin;
set local search_path = pg_temp;
create schema slots authorization gamekeeper;
set local role gamekeeper;
comment on schema slots is
  'Slot games: definitions with their exact odds, wallets with a chained ledger, play sessions, their events and the experience store. Knows core and auth only.';
grant usage on schema slots to anon, authenticated, service_role, gamekeeper_monitor;
commit;
