-- Deploy gamekeeper:slots/training/rl_priorities to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.rl_priorities (
  node_no bigint primary key,
  priorities double precision[] not null
) with (fillfactor = 70);
comment on table slots.rl_priorities is
  'Priorities of the experiences that prioritised sampling knows, 32 places of slots.rl_blocks to a row. Not granted to clients.';
comment on column slots.rl_priorities.node_no is 'Places 32 * node_no and on: place 16 * (block_no - 1) + n is the n-th experience of a block, from 0.';
comment on column slots.rl_priorities.priorities is 'Their priorities; 0 where there is no experience.';
alter table slots.rl_priorities enable row level security;
create table slots.rl_greatest_priority (
  is_only boolean primary key default true constraint rl_greatest_priority_is_only check (is_only),
  priority double precision not null
);
comment on table slots.rl_greatest_priority is
  'The greatest priority that was ever set, which an experience has that nobody looked at yet. Its row is what writers of priorities lock. Not granted to clients.';
comment on column slots.rl_greatest_priority.is_only is 'There is one row.';
comment on column slots.rl_greatest_priority.priority is 'The priority.';
alter table slots.rl_greatest_priority enable row level security;
insert into slots.rl_greatest_priority (priority) values (1);
commit;
