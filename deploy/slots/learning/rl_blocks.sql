-- Deploy gamekeeper:slots/learning/rl_blocks to pg
-- requires: core/records/guard_history slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Makes the experience store countable: a session's experiences 1..16, 17..32, ... are blocks, each with a
-- number from one sequence. A random (block number, place in it) is then a uniform experience, or nothing
-- (a short block, a number lost by a rollback) and drawn again. One small row per 16 experiences. The number is no key:
-- another server would give the same.
create table slots.rl_blocks (
  session_id uuid not null,
  first_index bigint not null,
  block_no bigint not null generated always as identity,
  created_at timestamptz not null,
  constraint rl_blocks_pkey primary key (session_id, first_index)
);
comment on table slots.rl_blocks is 'Every stretch of 16 experiences of a session, numbered, for slots.rl_sample. Not granted to clients.';
comment on column slots.rl_blocks.session_id is 'The session.';
comment on column slots.rl_blocks.first_index is 'rl_store.event_index of its first experience.';
comment on column slots.rl_blocks.block_no is 'Its number on this server; rollbacks leave gaps, which sampling passes over.';
comment on column slots.rl_blocks.created_at is 'rl_store.created_at of its first experience; the others are not older.';
create index rl_blocks_block_no_idx on slots.rl_blocks (block_no);
comment on index slots.rl_blocks_block_no_idx is 'What slots.rl_sample looks up.';
alter table slots.rl_blocks enable row level security;
create trigger guard_history_update before update on slots.rl_blocks for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.rl_blocks for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.rl_blocks for each statement execute function core.guard_history();
commit;
