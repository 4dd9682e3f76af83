-- Deploy gamekeeper:core/shards/definitions to pg
-- requires: core/schema core/shards/compare_definitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Whoever writes a definition holds the row of its table (core.guard_definitions), so that no change is under way while the
-- home takes a digest (core.upkeep_definitions).
create table core.definitions (
  table_name text primary key,
  compared text[],
  written_at timestamptz,
  digest text,
  own_digest text
);
comment on table core.definitions is
  'The tables of definitions, which have one home and come to shards by replication (docs/scale.md, "Definitions"); a system registers '
  'its own. The home''s upkeep writes time and digest, replication brings them after all that was written before.';
comment on column core.definitions.table_name is 'schema.table [none]';
comment on column core.definitions.compared is 'The columns that have to be the same everywhere; null: all. [none]';
comment on column core.definitions.written_at is 'When the home wrote the row; a shard has every definition that was made before. Null on one machine.';
comment on column core.definitions.digest is 'core.definitions_digest of the table at its home then; null on one machine. [none]';
comment on column core.definitions.own_digest is 'On a shard, the digest of the table here when the row came; null elsewhere. [none]';
alter table core.definitions enable row level security;
create trigger compare_definitions before update on core.definitions for each row execute function core.compare_definitions();
alter table core.definitions enable replica trigger compare_definitions;
commit;
