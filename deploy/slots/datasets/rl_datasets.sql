-- Deploy gamekeeper:slots/datasets/rl_datasets to pg
-- requires: core/records/audit core/records/guard_history slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table slots.rl_dataset_names (
  name text primary key,
  versions integer not null
);
comment on table slots.rl_dataset_names is 'Names of datasets, each with how many versions it has. Not granted to clients.';
comment on column slots.rl_dataset_names.name is 'The name without a version. [none]';
comment on column slots.rl_dataset_names.versions is 'How many versions there are; the next one has this number. Its row is what whoever makes a version locks.';
alter table slots.rl_dataset_names enable row level security;
create table slots.rl_datasets (
  dataset text primary key,
  name text not null references slots.rl_dataset_names,
  version integer not null,
  filter jsonb not null,
  episodes bigint not null,
  steps bigint not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  digest text not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint rl_datasets_name_version_key unique (name, version)
);
comment on table slots.rl_datasets is
  'Frozen sets of episodes, made by slots.rl_create_dataset and never changed: what to train and evaluate on, and to name in a '
  'paper. slots.list_rl_datasets lists them. Not granted to clients.';
comment on column slots.rl_datasets.dataset is 'name-vN. [none]';
comment on column slots.rl_datasets.name is 'The name without a version. [none]';
comment on column slots.rl_datasets.version is 'N, from 0.';
comment on column slots.rl_datasets.filter is 'Which episodes it was made of, as asked for. [none]';
comment on column slots.rl_datasets.episodes is 'How many episodes it holds.';
comment on column slots.rl_datasets.steps is 'How many steps they have.';
comment on column slots.rl_datasets.began_at is 'Instant of its oldest step.';
comment on column slots.rl_datasets.ended_at is 'Instant of its latest step. The partitions of slots.rl_store from one to the other are kept.';
comment on column slots.rl_datasets.digest is 'SHA-256 chained over all steps, as slots.rl_digest computes it, in hex. [none]';
comment on column slots.rl_datasets.created_at is 'Instant of its making.';
comment on column slots.rl_datasets.created_by is 'The operator who made it; null where the service did.';
alter table slots.rl_datasets enable row level security;
create trigger guard_history_update before update on slots.rl_datasets for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.rl_datasets for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.rl_datasets for each statement execute function core.guard_history();
create trigger audit after insert on slots.rl_datasets for each row execute function core.audit();
commit;
