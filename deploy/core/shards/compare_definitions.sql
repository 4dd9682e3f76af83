-- Deploy gamekeeper:core/shards/compare_definitions to pg
-- requires: core/shards/definitions_digest
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Replication brings rows in the order in which the home committed them, so at this moment the shard has what the home had.
create function core.compare_definitions()
returns trigger
language plpgsql
set search_path = pg_temp
as $$
begin
  new.own_digest := core.definitions_digest(new.table_name, new.compared);
  return new;
end
$$;
comment on function core.compare_definitions() is
  'Trigger function, for rows that replication brings alone: puts the digest of what this server has beside the one that its home has sent. [helper]';
revoke all on function core.compare_definitions() from public;
commit;
