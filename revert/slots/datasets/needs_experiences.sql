-- Revert gamekeeper:slots/datasets/needs_experiences from pg
begin;
set local role gamekeeper;
update core.partitioned_tables as t set kept_by = null where t.table_name = 'slots.rl_store';
drop function slots.needs_experiences(timestamptz, timestamptz);
commit;
