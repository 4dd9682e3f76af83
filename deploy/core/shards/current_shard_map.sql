-- Deploy gamekeeper:core/shards/current_shard_map to pg
-- requires: core/shards/shards core/shards/shard_map
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.current_shard_map()
returns table (version integer, shard text, address text, is_here boolean, slots integer[])
language plpgsql
stable
parallel safe
security definer
set search_path = pg_temp
as $$
begin
  return query
    select
      (select max(v.version) from core.shard_map as v), s.shard, s.address, s.is_here,
      array(select m.slot from core.shard_map as m where m.shard = s.shard order by m.slot)
    from core.shards as s
    where exists (select from core.shard_map)
    order by s.shard;
end
$$;
comment on function core.current_shard_map() is
  'For everybody: the shards, how each is reached and which slots live there, with the version of the map; no rows on one machine. [client]';
revoke all on function core.current_shard_map() from public;
grant execute on function core.current_shard_map() to anon, authenticated, service_role;
commit;
