-- Deploy gamekeeper:sparc/feed/sequence_event to pg
-- requires: core/records/setting sparc/feed/session_events sparc/feed/published_payload
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The counter stands on the session's row, whose lock the writer holds or takes here: numbers follow
-- the order of commits, and a rollback gives its number back.
create function sparc.sequence_event()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  new.payload := sparc.published_payload(new.payload);
  if new.seq is null then
    update sparc.sessions as s
    set event_seq = s.event_seq + 1
    where s.id = new.session_id
    returning s.event_seq into new.seq;
  end if;
  if core.setting('sparc.notify') = 'true' then
    perform pg_notify(
      'sparc_session_events',
      json_build_object('session_id', new.session_id, 'seq', new.seq)::text
    );
  end if;
  return new;
end
$$;
comment on function sparc.sequence_event() is
  'Trigger: numbers the events of a session without a gap, and keeps texts that people wrote out of them, whoever inserts; '
  'sends NOTIFY when the setting sparc.notify is on. [helper]';
revoke all on function sparc.sequence_event() from public;
create trigger sequence_event before insert on sparc.session_events
for each row execute function sparc.sequence_event();
commit;
