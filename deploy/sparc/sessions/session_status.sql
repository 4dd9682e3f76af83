-- Deploy gamekeeper:sparc/sessions/session_status to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.session_status as enum (
  'waiting', 'starting_soon', 'active', 'paused', 'completed', 'cancelled'
);
comment on type sparc.session_status is
  'Waiting -> starting_soon -> active <-> paused; active -> completed; whatever is not over -> cancelled. See '
  'sparc.can_become.';
commit;
