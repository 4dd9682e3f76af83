-- Deploy gamekeeper:core/shards/slots to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.slots (
  slot integer primary key constraint slots_slot_range check (slot between 0 and 1023),
  state text not null constraint slots_state check (state in ('here', 'elsewhere', 'moving'))
);
comment on table core.slots is
  'What this server does with calls about each slot: the fence that core.enter keeps. All 1 024 rows, or none on one machine.';
comment on column core.slots.slot is 'The slot, 0 to 1023.';
comment on column core.slots.state is
  'here: calls go on; elsewhere: they are refused with WRONG_SHARD; moving: they wait a moment, then are refused with RETRY_LATER. [none]';
alter table core.slots enable row level security;
commit;
