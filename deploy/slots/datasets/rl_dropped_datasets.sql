-- Deploy gamekeeper:slots/datasets/rl_dropped_datasets to pg
-- requires: core/records/audit core/records/guard_history slots/datasets/rl_datasets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A row here instead of one less there: histories lose no rows, and a digest that somebody cited stays known.
create table slots.rl_dropped_datasets (
  dataset text primary key references slots.rl_datasets,
  dropped_at timestamptz not null,
  dropped_by uuid
);
comment on table slots.rl_dropped_datasets is
  'Datasets that nobody needs any more: functions find them no longer and retention keeps nothing for them. Not granted to clients.';
comment on column slots.rl_dropped_datasets.dataset is 'rl_datasets.dataset. [none]';
comment on column slots.rl_dropped_datasets.dropped_at is 'Instant since which it is dropped.';
comment on column slots.rl_dropped_datasets.dropped_by is 'The operator who dropped it; null where the service did.';
alter table slots.rl_dropped_datasets enable row level security;
create trigger guard_history_update before update on slots.rl_dropped_datasets for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.rl_dropped_datasets for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.rl_dropped_datasets for each statement execute function core.guard_history();
create trigger audit after insert on slots.rl_dropped_datasets for each row execute function core.audit();
commit;
