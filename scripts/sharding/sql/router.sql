-- What the fronts of the router stand on. No client may use this schema: the fronts run as its owner.
create function gateway.context()
returns text[]
language plpgsql
stable
set search_path = pg_temp
as $$
declare
  _role name := core.session_role();
  _claims text := current_setting('request.jwt.claims', true);
begin
  if _role not in ('anon', 'authenticated', 'service_role') then
    if pg_has_role(_role, 'service_role', 'member') or pg_has_role(_role, 'gamekeeper', 'member') then
      -- Claims lower whoever is trusted. A user's id without a role does so here; to service_role it would say nothing.
      begin
        if auth.role() is null and not core.is_trusted() then
          _claims := (_claims::jsonb || '{"role": "authenticated"}')::text;
        end if;
      exception
        when invalid_text_representation then null;
      end;
      _role := 'service_role';
    else
      _role := case when pg_has_role(_role, 'authenticated', 'member') then 'authenticated' else 'anon' end;
    end if;
  end if;
  return array[
    _claims, _role, current_setting('transaction_read_only'), current_setting('lock_timeout'), current_setting('TimeZone')
  ];
end
$$;
comment on function gateway.context() is
  'What a shard has to know of the caller: claims, role, whether it only reads, how long it waits for locks, its time zone. The role '
  'is the session''s real one, and of other logins the one that they count as (core.is_trusted).';

-- The map as a function that the planner puts into each front: a look-up in the table would take a fifth of all that the router does
-- for a call. Sessions notice that it was replaced as they notice a changed table, some a moment late: the gateway computes the slot again.
create function gateway.write_partitions()
returns trigger
language plpgsql
set search_path = pg_temp
as $$
begin
  execute format(
    'create or replace function gateway.partition_of(slot integer) returns integer language sql immutable return (%L::integer[])[partition_of.slot + 1]',
    array(select substr(m.shard, 2)::integer - 1 from core.shard_map as m order by m.slot)
  );
  return null;
end
$$;
comment on function gateway.write_partitions() is
  'Statement trigger of core.shard_map: writes gateway.partition_of(), the number of the shard where a slot lives as PL/Proxy counts, 0 for s1.';
create trigger router_writes_partitions after insert or update on core.shard_map
  for each statement execute function gateway.write_partitions();
update core.shard_map set version = version where slot = 0;

create function gateway.partitions()
returns integer[]
language plpgsql
stable
as $$
begin
  return array(select distinct substr(m.shard, 2)::integer - 1 from core.shard_map as m order by 1);
end
$$;
comment on function gateway.partitions() is
  'The numbers of all shards that have slots, read from the map itself: whoever asks all of them leaves none out.';

create function gateway.servers()
returns integer[]
language plpgsql
stable
as $$
begin
  return array(select substr(s.shard, 2)::integer - 1 from core.shards as s where s.shard ~ '^s[1-9][0-9]{0,3}$' order by 1);
end
$$;
comment on function gateway.servers() is
  'The numbers of all shards, also of those without slots, which may have a person''s profile or know who has left.';

create function gateway.unreachable(slot integer)
returns void
language plpgsql
stable
as $$
begin
  perform core.raise('RETRY_LATER', core.refused_slot(unreachable.slot));
end
$$;
comment on function gateway.unreachable(integer) is
  'Raises what a call gets whose shard was not reached, or whose answer was lost; says nothing of the connection.';

create function gateway.refuse(got gateway.answer, slot integer)
returns void
language plpgsql
stable
as $$
declare
  _status constant integer := (select e.http_status from core.errors as e where e.sqlstate = (refuse.got).sqlstate);
  _wrong_shard constant text := 'KG013';
begin
  if (refuse.got).sqlstate = _wrong_shard and ((refuse.got).detail::jsonb ->> 'slot')::integer = refuse.slot then
    perform gateway.unreachable(refuse.slot);
  end if;
  if _status is not null then
    perform core.raise_error(
      (refuse.got).sqlstate, _status, (refuse.got).message, coalesce((refuse.got).detail, '{}'), coalesce((refuse.got).hint, '')
    );
  elsif (refuse.got).detail is null and (refuse.got).hint is null then
    raise exception using errcode = (refuse.got).sqlstate, message = (refuse.got).message;
  elsif (refuse.got).hint is null then
    raise exception using errcode = (refuse.got).sqlstate, message = (refuse.got).message, detail = (refuse.got).detail;
  elsif (refuse.got).detail is null then
    raise exception using errcode = (refuse.got).sqlstate, message = (refuse.got).message, hint = (refuse.got).hint;
  end if;
  raise exception using
    errcode = (refuse.got).sqlstate, message = (refuse.got).message, detail = (refuse.got).detail, hint = (refuse.got).hint;
end
$$;
comment on function gateway.refuse(gateway.answer, integer) is
  'Raises what a shard raised, in the form that the caller of the router reads (core.raise_error). Where the slot of the call itself has '
  'moved since the router looked, it is RETRY_LATER: the mover tells the router the new map a moment after the shards.';

create function gateway.refuse_write()
returns trigger
language plpgsql
as $$
begin
  perform core.raise('WRONG_SHARD', core.refused_slot(null));
  return null;
end
$$;
comment on function gateway.refuse_write() is 'BEFORE INSERT trigger of tables whose rows live on shards: the router keeps none.';
