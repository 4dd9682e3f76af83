-- Deploy gamekeeper:sparc/rolls/add_roll to pg
-- requires: core/keys/wall_clock core/chance/may_draw_at_once sparc/feed/emit_event sparc/rolls/throw_waiting_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The caller holds the lock of the session: numbers have no gap, and a roll is before or after a pause, a kick, an
-- encounter or another heroic save, never beside it. What is thrown at once is in the feed as one event, its throw.
create function sparc.add_roll(roll sparc.declared_rolls, at_once boolean)
returns sparc.declared_rolls
language plpgsql
volatile
as $$
declare
  _roll sparc.declared_rolls := add_roll.roll;
begin
  perform sparc.throw_waiting_rolls(_roll.session_id, _roll.roller_id);
  _roll.id := coalesce(_roll.id, core.uuid_v7());
  _roll.roll_number := 1 + coalesce(
    (select max(d.roll_number) from sparc.declared_rolls as d where d.session_id = _roll.session_id), 0
  );
  _roll.declared_at := core.wall_clock();
  _roll.decided_in := pg_current_xact_id();
  _roll.thrown_at := case when add_roll.at_once then _roll.declared_at end;
  insert into sparc.declared_rolls select (_roll).*;
  if not add_roll.at_once then
    perform sparc.emit_event(_roll.session_id, 'roll_declared', sparc.roll_document(_roll));
  end if;
  return _roll;
end
$$;
comment on function sparc.add_roll(sparc.declared_rolls, boolean) is
  'Numbers and writes a roll that was decided, after the one of the same roller that waited was thrown. Raises: '
  'COMMIT_FIRST, when that one was declared in this transaction. [helper]';
revoke all on function sparc.add_roll(sparc.declared_rolls, boolean) from public;
commit;
