-- Deploy gamekeeper:core/records/set_shard_map to pg
-- requires: core/shards/shards core/shards/shard_map core/shards/slots core/callers/require_service core/errors/raise core/records/note_act
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Takes each slot that goes away exclusively, in order, so that a call that is in it ends first.
create function core.set_shard_map(version integer, here text, addresses jsonb, map text[])
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _class_of_locks constant integer := 1936486260;  -- of core.enter
  _slots constant integer := 1024;
  _version integer;
  _before jsonb;
  _problem text;
  _slot integer;
begin
  perform core.require_service();
  lock table core.shards, core.shard_map in share row exclusive mode;
  select max(m.version) into _version from core.shard_map as m;
  _problem := case
    when set_shard_map.version is null or set_shard_map.version < 1 then 'version must be 1 or more'
    when set_shard_map.version < _version then format('version must be %s or more', _version)
    when jsonb_typeof(set_shard_map.addresses) is distinct from 'object' then 'addresses must be an object'
    when exists (
      select
      from jsonb_each(set_shard_map.addresses) as a (key, value)
      where a.key !~ '^[a-z][a-z0-9_]{0,39}$' or jsonb_typeof(a.value) <> 'string' or length(a.value #>> '{}') not between 1 and 500
    ) then 'addresses must name shards by words of at most 40 characters, each with an address of 1 to 500'
    when not set_shard_map.addresses ? set_shard_map.here then 'here must be one of addresses'
    when array_lower(set_shard_map.map, 1) is distinct from 1 or cardinality(set_shard_map.map) <> _slots or array_ndims(set_shard_map.map) <> 1
      then 'map must name a shard for each of the 1024 slots'
    when exists (select from unnest(set_shard_map.map) as m (shard) where (set_shard_map.addresses ? m.shard) is not true)
      then 'map must name shards of addresses'
    when set_shard_map.version = _version and exists (
      select from core.shard_map as m where m.shard is distinct from set_shard_map.map[m.slot + 1]
    ) then 'version is of another map'
  end;
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', split_part(_problem, ' ', 1), 'problem', _problem));
  end if;
  for _slot in
    select s.slot
    from core.slots as s
    where s.state <> 'elsewhere' and set_shard_map.map[s.slot + 1] is distinct from set_shard_map.here
    order by s.slot
  loop
    perform pg_advisory_xact_lock(_class_of_locks, _slot);
  end loop;

  if set_shard_map.version is distinct from _version
    or exists (select from core.shards as s where s.is_here <> (s.shard is not distinct from set_shard_map.here))
    or (select jsonb_object_agg(s.shard, s.address) from core.shards as s) is distinct from set_shard_map.addresses
  then
    select jsonb_build_object(
      'version', _version,
      'here', (select s.shard from core.shards as s where s.is_here),
      'addresses', (select jsonb_object_agg(s.shard, s.address) from core.shards as s),
      'map', (select jsonb_agg(m.shard order by m.slot) from core.shard_map as m)
    ) into _before;
    perform core.note_act(
      'core.shard_map',
      case when _version is not null then _before end,
      jsonb_build_object(
        'version', set_shard_map.version, 'here', set_shard_map.here, 'addresses', set_shard_map.addresses, 'map', to_jsonb(set_shard_map.map)
      )
    );
  end if;
  update core.shards as s set is_here = false where s.is_here and s.shard is distinct from set_shard_map.here;
  insert into core.shards as s (shard, address, is_here)
  select a.key, a.value, a.key is not distinct from set_shard_map.here
  from jsonb_each_text(set_shard_map.addresses) as a (key, value)
  on conflict on constraint shards_pkey do update set address = excluded.address, is_here = excluded.is_here;
  insert into core.shard_map as m (slot, shard, version)
  select n.slot, set_shard_map.map[n.slot + 1], set_shard_map.version
  from generate_series(0, _slots - 1) as n (slot)
  on conflict on constraint shard_map_pkey do update
  set shard = excluded.shard, version = excluded.version
  where m.version <> excluded.version;
  delete from core.shards as s
  where not set_shard_map.addresses ? s.shard and not exists (select from core.shard_map as m where m.shard = s.shard);
  insert into core.slots as s (slot, state)
  select n.slot, case when set_shard_map.map[n.slot + 1] = set_shard_map.here then 'here' else 'elsewhere' end
  from generate_series(0, _slots - 1) as n (slot)
  on conflict on constraint slots_pkey do update
  set state = excluded.state
  where s.state <> excluded.state and (s.state <> 'moving' or excluded.state <> 'here');
  return set_shard_map.version;
end
$$;
comment on function core.set_shard_map(integer, text, jsonb, text[]) is
  'Tells this server which shard each slot lives on: map names one for slots 0 to 1023, here is this server''s own (null where the definitions are written and nobody plays), addresses says how '
  'clients reach each. What is in a slot that changes hands has to be moved before. A slot that is being moved away stays closed. Returns the version. '
  'Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on function core.set_shard_map(integer, text, jsonb, text[]) from public;
grant execute on function core.set_shard_map(integer, text, jsonb, text[]) to service_role;
commit;
