-- Deploy gamekeeper:core/shards/shards to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.shards (
  shard text primary key constraint shards_shard_form check (shard ~ '^[a-z][a-z0-9_]{0,39}$'),
  address text not null constraint shards_address_length check (length(address) between 1 and 500),
  is_here boolean not null
);
comment on table core.shards is
  'The servers that one platform is spread over (docs/scale.md), the same rows on each but for is_here. Empty on one machine.';
comment on column core.shards.shard is 'Short name of the shard. [none]';
comment on column core.shards.address is
  'How clients reach it, as the operator wants them to: a URL or a connection string, never with a password. [none]';
comment on column core.shards.is_here is 'Whether it is this server.';
create unique index shards_is_here_uidx on core.shards (is_here) where is_here;
alter table core.shards enable row level security;
commit;
