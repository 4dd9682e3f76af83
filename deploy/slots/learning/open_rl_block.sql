-- Deploy gamekeeper:slots/learning/open_rl_block to pg
-- requires: slots/learning/rl_blocks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.open_rl_block()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  insert into slots.rl_blocks (session_id, first_index, created_at)
  values (new.session_id, new.event_index, new.created_at);
  return null;
end
$$;
comment on function slots.open_rl_block() is
  'Trigger of slots.rl_store: the first experience of each stretch of 16 opens its block. [helper]';
revoke all on function slots.open_rl_block() from public;
commit;
