-- Deploy gamekeeper:sparc/sessions/can_become to pg
-- requires: sparc/sessions/session_status
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.can_become(from_status sparc.session_status, to_status sparc.session_status)
returns boolean
language sql
immutable
strict
parallel safe
return (can_become.from_status, can_become.to_status) in (
  ('waiting', 'starting_soon'),
  ('starting_soon', 'active'),
  ('active', 'paused'),
  ('paused', 'active'),
  ('active', 'completed'),
  ('waiting', 'cancelled'),
  ('starting_soon', 'cancelled'),
  ('active', 'cancelled'),
  ('paused', 'cancelled')
);
comment on function sparc.can_become(sparc.session_status, sparc.session_status) is
  'Whether a session may go from the one status to the other. [helper]';
revoke all on function sparc.can_become(sparc.session_status, sparc.session_status) from public;
commit;
