-- Deploy gamekeeper:slots/learning/close_rl_block to pg
-- requires: slots/learning/full_rl_blocks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.close_rl_block()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  insert into slots.full_rl_blocks (session_id, first_index, steps)
  values (new.session_id, new.event_index - (new.event_index - 1) % 16, 1 + (new.event_index - 1) % 16);
  return null;
end
$$;
comment on function slots.close_rl_block() is
  'Trigger of slots.rl_store: the last experience of a stretch of 16, or of an episode, hands its stretch over to the priorities. [helper]';
revoke all on function slots.close_rl_block() from public;
commit;
