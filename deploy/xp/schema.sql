-- Deploy gamekeeper:xp/schema to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
create schema xp authorization gamekeeper;
set local role gamekeeper;
comment on schema xp is
  'Daily grants of experience points: policies as data, reward days in every time zone, streaks, a ledger with balances, seasons. Knows core and auth only.';
grant usage on schema xp to anon, authenticated, service_role, gamekeeper_monitor;
commit;
