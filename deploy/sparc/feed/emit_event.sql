-- Deploy gamekeeper:sparc/feed/emit_event to pg
-- requires: core/keys/wall_clock sparc/feed/sequence_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.emit_event(session_id uuid, event_type text, payload jsonb)
returns void
language plpgsql
volatile
as $$
begin
  insert into sparc.session_events (session_id, event_type, payload, created_at)
  values (emit_event.session_id, emit_event.event_type, emit_event.payload || '{"_v": 2}', core.wall_clock());
end
$$;
comment on function sparc.emit_event(uuid, text, jsonb) is
  'Appends an event to a session''s feed. Nothing goes in that some participant may not see. [helper]';
revoke all on function sparc.emit_event(uuid, text, jsonb) from public;
commit;
