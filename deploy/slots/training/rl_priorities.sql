-- Deploy gamekeeper:slots/training/rl_priorities to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.rl_priorities (
  block_no bigint primary key,
  priorities double precision[] not null
) with (fillfactor = 70);
comment on table slots.rl_priorities is
  'Priorities of the experiences that prioritised sampling knows, a row for each of slots.rl_blocks that grows no more. Not granted to clients.';
comment on column slots.rl_priorities.block_no is 'rl_blocks.block_no. The id of its n-th experience, from 0, is 16 * (block_no - 1) + n.';
comment on column slots.rl_priorities.priorities is 'The priorities of its experiences, in their order.';
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
