-- Deploy gamekeeper:slots/training/rl_trees to pg
-- requires: slots/training/rl_priorities
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A sum tree of fan-out 32. A node knows the running sums of its children, so that one binary search in one row finds the
-- child under a random number; whole nodes are made anew from their children, so that no error adds up.
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
  sums double precision[] not null,
  least double precision,
  constraint rl_trees_pkey primary key (alpha, level, node_no)
) with (fillfactor = 70);
comment on table slots.rl_trees is 'Sum trees over the priorities, one for each exponent in use, made from slots.rl_priorities. Not granted to clients.';
comment on column slots.rl_trees.alpha is 'The exponent.';
comment on column slots.rl_trees.level is '0: its children are the places of a row of slots.rl_priorities; above, nodes of the level below.';
comment on column slots.rl_trees.node_no is 'Its children are 32 * node_no and on.';
comment on column slots.rl_trees.sums is 'Running sums over its 32 children of priority to the power alpha.';
comment on column slots.rl_trees.least is 'The least of them that is not 0; null where there is none.';
alter table slots.rl_trees enable row level security;
commit;
