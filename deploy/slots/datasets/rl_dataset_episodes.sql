-- Deploy gamekeeper:slots/datasets/rl_dataset_episodes to pg
-- requires: core/records/guard_history slots/datasets/rl_datasets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A dataset copies nothing: experiences never change and hold ids alone, so that which steps it has says all.
create table slots.rl_dataset_episodes (
  dataset text not null,
  session_id uuid not null,
  last_index bigint not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  digest bytea not null,
  constraint rl_dataset_episodes_pkey primary key (dataset, session_id)
);
comment on table slots.rl_dataset_episodes is
  'The episodes of each dataset, each from its first step to the one that was its last when the dataset was made. Not granted to clients.';
comment on column slots.rl_dataset_episodes.dataset is 'rl_datasets.dataset, whose row is written last. [none]';
comment on column slots.rl_dataset_episodes.session_id is 'The episode; they stand in the order of their ids.';
comment on column slots.rl_dataset_episodes.last_index is 'Its last step; that is truncated in the dataset where the episode went on.';
comment on column slots.rl_dataset_episodes.began_at is 'Instant of its first step.';
comment on column slots.rl_dataset_episodes.ended_at is 'Instant of its last step.';
comment on column slots.rl_dataset_episodes.digest is 'The chain of slots.rl_digest after its last step; that of the last episode is the dataset''s. [none]';
alter table slots.rl_dataset_episodes enable row level security;
create trigger guard_history_update before update on slots.rl_dataset_episodes for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.rl_dataset_episodes for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.rl_dataset_episodes for each statement execute function core.guard_history();
commit;
