-- Deploy gamekeeper:core/shards/followed_definitions to pg
-- requires: core/shards/shards core/shards/definitions core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The name of the subscription is the one of scripts/sharding/definitions.py. A standby has no workers to look at.
create function core.followed_definitions()
returns table (is_shard boolean, is_followed boolean, written_at timestamptz, is_behind boolean)
language sql
stable
parallel safe
set search_path = pg_temp
begin atomic
  select
    f.is_shard, f.is_followed, f.written_at,
    f.is_shard and (not f.is_followed or coalesce(f.written_at < core.now_utc() - interval '15 minutes', true))
  from (
    select
      exists (select from core.shards as s where s.is_here) as is_shard,
      pg_catalog.pg_is_in_recovery() or exists (
        select
        from pg_catalog.pg_stat_subscription as w
        join pg_catalog.pg_subscription as s on s.oid = w.subid
        where s.subname = 'gamekeeper_definitions' and w.relid is null and w.last_msg_receipt_time is not null
          and s.subdbid = (select d.oid from pg_catalog.pg_database as d where d.datname = pg_catalog.current_database())
      ) as is_followed,
      (select min(d.written_at) from core.definitions as d) as written_at
  ) as f;
end;
comment on function core.followed_definitions() is
  'Whether this server is a shard; whether it is connected to the home of definitions; of when the definitions are that it has for '
  'certain; and whether it may lack some that exist: it is not connected, or what it has is older than a quarter of an hour, three '
  'times what lies between two runs of the home''s upkeep. [helper]';
revoke all on function core.followed_definitions() from public;
commit;
