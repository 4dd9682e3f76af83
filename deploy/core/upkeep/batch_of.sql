-- Deploy gamekeeper:core/upkeep/batch_of to pg
-- requires: core/upkeep/upkeep_tasks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.batch_of(task text)
returns bigint
language sql
stable
return (select t.batch from core.upkeep_tasks as t where t.task = batch_of.task);
comment on function core.batch_of(text) is
  'How much one run of a task of upkeep does at the most: core.upkeep_tasks.batch, for the function of the task. [helper]';
revoke all on function core.batch_of(text) from public;
commit;
