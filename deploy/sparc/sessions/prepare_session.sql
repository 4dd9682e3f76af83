-- Deploy gamekeeper:sparc/sessions/prepare_session to pg
-- requires: core/errors/raise core/callers/is_service core/keys/wall_clock auth/uid sparc/people/reject_input sparc/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A client decides the settings of its session; code, status, times, counters and the adventure's
-- availability are not its to decide. What the service inserts gets the times that its status implies.
create function sparc.prepare_session()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _now constant timestamptz := core.wall_clock();
begin
  if core.is_service() then
    if new.status in ('active', 'paused', 'completed') then
      new.started_at := coalesce(new.started_at, new.created_at);
    end if;
    if new.status in ('completed', 'cancelled') then
      new.ended_at := coalesce(new.ended_at, _now);
    end if;
    return new;
  end if;

  if not exists (
    select
    from sparc.adventures as a
    where a.id = new.adventure_id and (a.status = 'published' or a.creator_id = auth.uid())
  ) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'adventure_id'));
  end if;
  if new.scheduled_start < _now then
    perform sparc.reject_input('scheduled_start', 'must not be in the past');
  end if;
  new.code := null;
  new.status := 'waiting';
  new.current_encounter_id := null;
  new.started_at := null;
  new.ended_at := null;
  new.created_at := _now;
  new.updated_at := _now;
  new.kicked_user_ids := '{}';
  new.event_seq := 0;
  new.offered_to := null;
  return new;
end
$$;
comment on function sparc.prepare_session() is
  'Trigger: a client''s new session waits, with a fresh code, on an adventure that is published or the caller''s '
  'own. Raises: NOT_FOUND, INVALID_INPUT. [helper]';
revoke all on function sparc.prepare_session() from public;
create trigger prepare_session before insert on sparc.sessions
for each row execute function sparc.prepare_session();
commit;
