-- What a client asks all shards for, put together here of what each of them has (sharding.ways.MERGED). In each of these functions a
-- function of the plan whose name ends in _part is a front that asks every shard, by the router's map, and gives the rows of all.
create function gateway.map_version()
returns integer
language plpgsql
stable
as $$
begin
  return (select max(m.version) from core.shard_map as m);
end
$$;
comment on function gateway.map_version() is 'The version of the map by which all shards have to answer.';

create function gateway.ahead_of(season_id text, scores bigint[])
returns bigint[]
language plpgsql
stable
as $$
begin
  return array(
    select sum(c.ahead)::bigint
    from xp.board_ahead_part(gateway.map_version(), ahead_of.season_id, ahead_of.scores) as p (counts)
    cross join lateral unnest(p.counts) with ordinality as c (ahead, place)
    group by c.place
    order by c.place
  );
end
$$;
comment on function gateway.ahead_of(text, bigint[]) is 'How many accounts of all shards have more than each of these scores on a board.';

create function gateway.board_page(season_id text, from_xp bigint, from_user_id bigint, page_size integer)
returns setof xp.board_entry
language plpgsql
stable
as $$
declare
  _page xp.board_part[];
  _scores bigint[];
  _ahead bigint[];
begin
  _page := array(
    select p
    from xp.board_page_part(
      gateway.map_version(), board_page.season_id, board_page.from_xp, board_page.from_user_id, board_page.page_size
    ) as p
    order by p.xp desc, p.user_id desc
    limit greatest(board_page.page_size, 1)
  );
  -- Ranks follow from those of the two highest scores, as in xp.board_page.
  _scores := array(select distinct p.xp from unnest(_page) as p order by p.xp desc limit 2);
  _ahead := gateway.ahead_of(board_page.season_id, _scores);
  return query
    select
      case when p.xp = _scores[1] then 1 + _ahead[1] else _ahead[2] + rank() over (partition by p.xp = _scores[1] order by p.xp desc) end,
      p.public_id, p.handle, p.xp
    from unnest(_page) as p
    order by p.xp desc, p.user_id desc;
end
$$;
comment on function gateway.board_page(text, bigint, bigint, integer) is 'The entries of the board of all shards from a place on, with their ranks.';

create or replace function xp.leaderboard(season_id text, page_size integer default 100, after jsonb default null)
returns setof xp.board_entry
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _last xp.board_entry;
  _xp bigint := 9223372036854775807;
  _user_id bigint := 9223372036854775807;
begin
  if leaderboard.after is not null then
    _last := xp.parse_entry(leaderboard.after);
    _xp := _last.xp;
    _user_id := (
      select max(p.user_id) - 1
      from xp.board_members_part(gateway.map_version(), leaderboard.season_id, array[_last.public_id]) as p
    );
    perform core.check_page_size(leaderboard.page_size);
    if _user_id is null or _xp is null then
      perform core.raise('INVALID_INPUT', '{"field": "after", "problem": "must be the last entry of the page before"}');
    end if;
  end if;
  return query select p.* from gateway.board_page(leaderboard.season_id, _xp, _user_id, leaderboard.page_size) as p;
end
$$;

create or replace function xp.around_me(season_id text, size integer default 11)
returns setof xp.board_entry
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _me constant xp.board_part := xp.board_place(around_me.season_id);
  _size constant integer := core.check_page_size(around_me.size);
  _from record;
begin
  if not _me.is_listed then
    return;
  end if;
  select a.xp, a.user_id
  into _from
  from (
    select p.xp, p.user_id
    from xp.board_page_part(gateway.map_version(), around_me.season_id, _me.xp, _me.user_id, 1 + (_size - 1) / 2, true) as p
    order by p.xp, p.user_id
    limit 1 + (_size - 1) / 2
  ) as a
  order by a.xp desc, a.user_id desc
  limit 1;
  return query select p.* from gateway.board_page(around_me.season_id, _from.xp, _from.user_id, _size) as p;
end
$$;

create or replace function xp.user_rank(season_id text, user_id bigint default null)
returns table (rank bigint, xp bigint)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  -- Whoever names somebody else is refused by who they are, so they are asked for where they live themselves.
  _place constant xp.board_part := xp.board_place(user_rank.season_id, case when core.is_service() then user_rank.user_id end);
begin
  if _place.user_id <> user_rank.user_id then
    perform core.raise('FORBIDDEN', '{"field": "user_id"}');
  end if;
  user_rank.xp := coalesce(_place.xp, 0);
  if _place.is_listed then
    user_rank.rank := 1 + (gateway.ahead_of(user_rank.season_id, array[_place.xp]))[1];
  end if;
  return next;
end
$$;

create or replace function xp.ranks_of(season_id text, public_ids uuid[])
returns setof xp.board_entry
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _members constant xp.board_part[] := array(
    select p from xp.board_members_part(gateway.map_version(), ranks_of.season_id, ranks_of.public_ids) as p where p.is_listed
  );
  _scores constant bigint[] := array(select distinct p.xp from unnest(_members) as p order by p.xp);
  _ahead constant bigint[] := gateway.ahead_of(ranks_of.season_id, _scores);
begin
  return query
    select 1 + s.ahead, p.public_id, p.handle, p.xp
    from unnest(_members) as p
    join unnest(_scores, _ahead) as s (xp, ahead) on s.xp = p.xp
    order by p.xp desc, p.user_id desc;
end
$$;

-- Each shard freezes the season before any pays, and what is frozen does not change: so whoever begins again, after a crash or at the
-- same time, sends the same scores, and each shard takes them once.
create or replace function xp.close_season(season_id text)
returns xp.xp_season_closings
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _version constant integer := gateway.map_version();
  _scores xp.season_score[];
  _closing xp.xp_season_closings;
begin
  _scores := array(select s from xp.freeze_season_part(_version, close_season.season_id) as s);
  select c.season_id, max(c.closed_at), sum(c.prizes), sum(c.xp), (array_agg(c.actor order by c.closed_at, c.actor))[1]
  into _closing
  from xp.close_season_part(_version, close_season.season_id, _scores) as c
  group by c.season_id;
  return _closing;
end
$$;

-- A row of a person's data has one place in the order of all, which is the order of core.export_page: numbers as their digits, from the
-- least that there can be on.
create function gateway.place_of(part core.exported_part)
returns text[]
language sql
immutable
return array[(place_of.part).system, (place_of.part).table_name] || array(
  select case when jsonb_typeof(k.value) = 'number' then lpad((9223372036854775808 + (k.value #>> '{}')::numeric)::text, 20, '0') else k.value #>> '{}' end
  from jsonb_array_elements((place_of.part).key) with ordinality as k (value, n)
  order by k.n
);
comment on function gateway.place_of(core.exported_part) is 'The place of a row among all that is exported of a person, compared sign by sign.';

create function gateway.export_page(person_id uuid, parts core.exported_part[], page_size integer)
returns setof core.exported_row
language plpgsql
stable
as $$
declare
  _home constant text := (select m.shard from core.shard_map as m where m.slot = core.slot_of(export_page.person_id::text));
begin
  return query
    select o.system, o.table_name, o.key, o."row"
    from (
      select distinct on (a.place collate "C") a.place, p.*
      from unnest(export_page.parts) as p
      cross join lateral (select gateway.place_of(p) as place) as a
      order by a.place collate "C", p.shard <> _home, p.shard collate "C"
    ) as o
    order by o.place collate "C"
    limit export_page.page_size;
end
$$;
comment on function gateway.export_page(uuid, core.exported_part[], integer) is
  'A page of the pages of all shards; a row that several have is the one of the shard where the person lives, or else of the first of them.';

create or replace function core.export_my_data(system text default null, after jsonb default null, page_size integer default 100)
returns setof core.exported_row
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  return query
    select p.*
    from gateway.export_page(
      core.user_id(),
      array(
        select p
        from core.export_my_part(gateway.map_version(), export_my_data.system, export_my_data.after, export_my_data.page_size) as p
      ),
      export_my_data.page_size
    ) as p;
end
$$;

create or replace function core.export_person(person_id uuid, system text default null, after jsonb default null, page_size integer default 100)
returns setof core.exported_row
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  return query
    select p.*
    from gateway.export_page(
      export_person.person_id,
      array(
        select p
        from core.export_person_part(
          gateway.map_version(), export_person.person_id, export_person.system, export_person.after, export_person.page_size
        ) as p
      ),
      export_person.page_size
    ) as p;
end
$$;

-- Nothing is done before every shard has tried it, and each step finds done what it did before: whoever calls again, after a crash or
-- beside another call, goes on. Where the two live decides first, so that one account does not become two others.
create or replace function core.merge_accounts(from_id uuid, into_id uuid, idempotency_key text default null)
returns core.closed_persons
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _version constant integer := gateway.map_version();
  _as_them constant text[] := array[
    jsonb_build_object('sub', merge_accounts.into_id, 'role', 'authenticated')::text, 'authenticated', 'off',
    current_setting('lock_timeout'), current_setting('TimeZone')
  ];
  _partition integer;
  _done bigint;
  _row core.closed_persons;
begin
  if merge_accounts.idempotency_key is null then
    perform core.raise('KEY_REQUIRED', jsonb_build_object('field', 'idempotency_key'));
  end if;
  select count(*) into _done
  from core.merge_part(_version, merge_accounts.from_id, merge_accounts.into_id, merge_accounts.idempotency_key, 'try', null) as p;
  select p.* into strict _row
  from core.merge_part(_version, merge_accounts.from_id, merge_accounts.into_id, merge_accounts.idempotency_key, 'home', null) as p;
  if _done = cardinality(gateway.servers()) then
    return _row;
  end if;
  foreach _partition in array gateway.servers() loop
    if _partition <> gateway.partition_of(core.slot_of(merge_accounts.into_id::text)) then
      perform gateway.bring_profile(_as_them, _partition, null);
    end if;
  end loop;
  perform core.merge_part(_version, merge_accounts.from_id, merge_accounts.into_id, merge_accounts.idempotency_key, 'rest', _row.closed_at);
  return _row;
end
$$;
