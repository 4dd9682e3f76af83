-- Revert gamekeeper:core/partitions/partitioned_tables from pg
-- Destroys the registry of partitioned tables (not the tables).
begin;
set local role gamekeeper;
drop table core.partitioned_tables;
commit;
