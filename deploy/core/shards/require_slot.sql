-- Deploy gamekeeper:core/shards/require_slot to pg
-- requires: core/shards/is_elsewhere core/shards/refused_slot core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- For what only reads, on a standby too: a client with an old map is told so, and is not answered with nothing.
create function core.require_slot(slot integer)
returns void
language plpgsql
stable
parallel safe
as $$
begin
  if core.is_elsewhere(require_slot.slot) then
    perform core.raise('WRONG_SHARD', core.refused_slot(require_slot.slot));
  end if;
end
$$;
comment on function core.require_slot(integer) is
  'The first step of what only reads: passes where the slot lives here, as on one machine. Raises: WRONG_SHARD. [helper]';
revoke all on function core.require_slot(integer) from public;
commit;
