-- Deploy gamekeeper:sparc/rolls/finish_rolls to pg
-- requires: core/keys/wall_clock sparc/sessions/guard_session sparc/sessions/dice_secrets sparc/feed/record_session sparc/rolls/throw_waiting_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Triggers fire by name: the rolls come before the session's own event (record_session_update).
create function sparc.finish_rolls()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform sparc.throw_waiting_rolls(new.id, null);
  update sparc.declared_rolls as d
  set revealed_at = core.wall_clock()
  where d.session_id = new.id and d.is_hidden and d.revealed_at is null;
  update sparc.dice_secrets as k
  set revealed_in = pg_current_xact_id()
  where k.session_id = new.id and k.revealed_in is null;
  return null;
end
$$;
comment on function sparc.finish_rolls() is
  'Trigger: what ends a session throws what waits in it, opens its hidden rolls, and its dice secret from the next '
  'transaction on. Raises: COMMIT_FIRST. [helper]';
revoke all on function sparc.finish_rolls() from public;
create trigger finish_rolls after update of status on sparc.sessions
for each row when (new.status in ('completed', 'cancelled') and old.status not in ('completed', 'cancelled'))
execute function sparc.finish_rolls();
commit;
