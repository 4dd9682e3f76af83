-- Deploy gamekeeper:sparc/adventures/apply_waiting_tallies to pg
-- requires: core/callers/require_service sparc/adventures/apply_tallies
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.apply_waiting_tallies()
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_service();
  return sparc.apply_tallies(null);
end
$$;
comment on function sparc.apply_waiting_tallies() is
  'Counts what could not be counted at once, because somebody held the row; the number counted. Upkeep calls it. Raises: '
  'FORBIDDEN. [service] [repeat: natural]';
revoke all on function sparc.apply_waiting_tallies() from public;
grant execute on function sparc.apply_waiting_tallies() to service_role;
commit;
