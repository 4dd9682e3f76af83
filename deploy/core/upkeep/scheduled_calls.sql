-- Deploy gamekeeper:core/upkeep/scheduled_calls to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.scheduled_calls (
  job text primary key,
  command text not null
);
comment on table core.scheduled_calls is 'The calls that a scheduler has to make, one row each; a system registers its own.';
comment on column core.scheduled_calls.job is 'Name of the job that pg_cron has for it. [none]';
comment on column core.scheduled_calls.command is 'The call. [none]';
alter table core.scheduled_calls enable row level security;
commit;
