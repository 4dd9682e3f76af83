-- Deploy gamekeeper:slots/people/close_person to pg
-- requires: core/keys/wall_clock core/people/person_hooks slots/sessions/sessions slots/people/require_settled slots/people/end_sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.close_person(person_id uuid)
returns void
language plpgsql
volatile
as $$
begin
  perform slots.require_settled(close_person.person_id);
  perform slots.end_sessions(close_person.person_id, 'closing');
  update slots.sessions as s
  set deleted_at = core.wall_clock()
  where s.owner_id = close_person.person_id and s.deleted_at is null;
end
$$;
comment on function slots.close_person(uuid) is
  'Hook of a closed account: its sessions are completed, placed bets played, and hidden from clients; money and history '
  'stay. Raises: COMMIT_FIRST (a bet was placed in this transaction). [helper]';
revoke all on function slots.close_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('slots', 'close', 'slots.close_person(uuid)');
commit;
