-- Deploy gamekeeper:slots/learning/full_rl_blocks to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Written by the insert that fills a stretch, or ends its episode; emptied by whoever takes it into the priorities.
create table slots.full_rl_blocks (
  session_id uuid not null,
  first_index bigint not null,
  steps smallint not null,
  constraint full_rl_blocks_pkey primary key (session_id, first_index)
);
comment on table slots.full_rl_blocks is 'Stretches of slots.rl_blocks that grow no more and are not yet in slots.rl_priorities. Not granted to clients.';
comment on column slots.full_rl_blocks.session_id is 'The session.';
comment on column slots.full_rl_blocks.first_index is 'rl_store.event_index of its first experience.';
comment on column slots.full_rl_blocks.steps is 'How many experiences it holds: 16, or fewer at the end of an episode.';
alter table slots.full_rl_blocks enable row level security;
commit;
