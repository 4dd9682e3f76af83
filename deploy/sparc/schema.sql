-- Deploy gamekeeper:sparc/schema to pg
-- requires: core/schema auth/users
begin;
set local search_path = pg_temp;
create schema sparc authorization gamekeeper;
set local role gamekeeper;
comment on schema sparc is
  'Tabletop sessions under row level security: profiles, characters, adventures, sessions with a Seer, fair dice '
  'and an ordered event feed.';
grant usage on schema sparc to anon, authenticated, service_role, gamekeeper_monitor;
commit;
