-- Deploy gamekeeper:core/shards/hold_slot to pg
-- requires: core/shards/slots
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The lock is the one of core.enter. Who can't have it at once does not wait: a command is about one slot, and may not stand
-- in line for another one.
create function core.hold_slot(slot integer)
returns boolean
language plpgsql
volatile
as $$
declare
  _class_of_locks constant integer := 1936486260;  -- 'slot' in ASCII
  _state text;
begin
  select s.state into _state from core.slots as s where s.slot = hold_slot.slot;
  if _state is null then
    return true;
  elsif _state <> 'here' or not pg_try_advisory_xact_lock_shared(_class_of_locks, hold_slot.slot) then
    return false;
  end if;
  if current_setting('transaction_isolation') = 'read committed' then
    select s.state into _state from core.slots as s where s.slot = hold_slot.slot;
  else
    select s.state into _state from core.slots as s where s.slot = hold_slot.slot for share;
  end if;
  return _state = 'here';
end
$$;
comment on function core.hold_slot(integer) is
  'For what a command writes of somebody else''s: whether the slot lives here and will do so until the transaction ends. It never '
  'waits and never refuses; where it answers false, the rows are handed over instead (docs/scale.md, "Results"). [helper]';
revoke all on function core.hold_slot(integer) from public;
commit;
