-- Deploy gamekeeper:core/shards/enter to pg
-- requires: core/shards/slots core/shards/refused_slot core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The fence of a slot. A call that is let in holds a shared advisory lock until its transaction ends, and whoever moves
-- the slot away takes it exclusively, so that no row of the slot is written behind a copy (FOR KEY SHARE of the row would
-- cost three times as much). The state is read again behind the lock; where the transaction sees an old snapshot, by a
-- row lock, which finds the change. Who waits for a slot that moves holds nothing of it.
create function core.enter(slot integer)
returns void
language plpgsql
volatile
as $$
declare
  _class_of_locks constant integer := 1936486260;  -- 'slot' in ASCII
  _tries constant integer := 20;
  _pause constant interval := interval '0.05 seconds';
  _state text;
begin
  select s.state into _state from core.slots as s where s.slot = enter.slot;
  if _state is null then
    return;
  end if;
  for _try in 1.._tries loop
    exit when _state <> 'moving';
    perform pg_sleep_for(_pause);
    select s.state into _state from core.slots as s where s.slot = enter.slot;
  end loop;
  if _state = 'here' then
    perform pg_advisory_xact_lock_shared(_class_of_locks, enter.slot);
    if current_setting('transaction_isolation') = 'read committed' then
      select s.state into _state from core.slots as s where s.slot = enter.slot;
    else
      select s.state into _state from core.slots as s where s.slot = enter.slot for share;
    end if;
  end if;
  if _state = 'elsewhere' then
    perform core.raise('WRONG_SHARD', core.refused_slot(enter.slot));
  elsif _state = 'moving' then
    perform core.raise('RETRY_LATER', core.refused_slot(enter.slot));
  end if;
end
$$;
comment on function core.enter(integer) is
  'The first step of every command about a person or a game: passes where the slot lives here, and holds it until the transaction ends; '
  'waits up to a second for a slot that moves. On one machine, and for null, it does nothing. What it refuses is refused with '
  'core.refused_slot as DETAIL. Raises: WRONG_SHARD, RETRY_LATER (whatever calls it raises them too). [helper]';
revoke all on function core.enter(integer) from public;
commit;
