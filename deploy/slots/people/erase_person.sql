-- Deploy gamekeeper:slots/people/erase_person to pg
-- requires: core/keys/wall_clock core/people/person_hooks slots/sessions/sessions slots/reports/metrics slots/people/end_sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Names of metrics that upkeep gives are those of the session's own figures.
create function slots.erase_person(person_id uuid)
returns void
language plpgsql
volatile
as $$
begin
  perform slots.end_sessions(erase_person.person_id, 'erasure');
  update slots.sessions as s
  set deleted_at = coalesce(s.deleted_at, core.wall_clock()), player_profile = '{}'
  where s.owner_id = erase_person.person_id and (s.deleted_at is null or s.player_profile <> '{}');
  update slots.metrics as m
  set key = 'gone'
  from slots.sessions as s
  where s.owner_id = erase_person.person_id and m.session_id = s.session_id and m.key <> 'gone' and not s.metrics ? m.key;
end
$$;
comment on function slots.erase_person(uuid) is
  'Hook of an erasure: sessions are completed, placed bets played, what the person wrote into profiles and names of '
  'metrics is overwritten; money, ledger, events and seeds stay under the id. [helper]';
revoke all on function slots.erase_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('slots', 'erase', 'slots.erase_person(uuid)');
commit;
