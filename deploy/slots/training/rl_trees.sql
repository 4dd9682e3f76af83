-- Deploy gamekeeper:slots/training/rl_trees to pg
-- requires: slots/training/rl_priorities
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Sum trees over the rows of slots.rl_priorities: two levels of 64 children, whatever the size. A row of the second stands for 65 536 experiences, and
-- each batch begins with a look at all of those. A node knows its children's totals, so that it is made anew without reading
-- them and no error adds up, and the running sums of these, so that one binary search finds the child under a random number.
create table slots.rl_exponents (
  alpha double precision primary key
);
comment on table slots.rl_exponents is 'The exponents that prioritised sampling was asked for; each has its tree. Not granted to clients.';
comment on column slots.rl_exponents.alpha is 'The exponent.';
alter table slots.rl_exponents enable row level security;
create table slots.rl_trees (
  alpha double precision not null references slots.rl_exponents,
  level smallint not null,
  node_no bigint not null,
  totals double precision[] not null,
  sums double precision[] not null,
  least double precision not null,
  constraint rl_trees_pkey primary key (alpha, level, node_no)
) with (fillfactor = 70);
comment on table slots.rl_trees is 'Sum trees over the priorities, one for each exponent in use, made from slots.rl_priorities. Not granted to clients.';
comment on column slots.rl_trees.alpha is 'The exponent.';
comment on column slots.rl_trees.level is '1: its children are rows of slots.rl_priorities; 2: they are nodes of level 1.';
comment on column slots.rl_trees.node_no is 'Its children are 64 * node_no and on.';
comment on column slots.rl_trees.totals is 'The sum over each child of priority to the power alpha; 0 where there is no child.';
comment on column slots.rl_trees.sums is 'The running sums of the totals.';
comment on column slots.rl_trees.least is 'The least priority below it.';
alter table slots.rl_trees enable row level security;
commit;
