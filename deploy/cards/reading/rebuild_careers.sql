-- Deploy gamekeeper:cards/reading/rebuild_careers to pg
-- requires: core/records/setting cards/settings core/callers/require_service core/keys/slot_in core/shards/slots cards/players/players cards/players/player_lifetime_stats cards/games/game_players cards/games/away_results cards/reading/career_results cards/reading/counted_careers core/errors/check_batch_size
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Players whose statistics agree are read and not locked. The others are locked in the order in which completions lock them;
-- a completion that waits adds its game to what is written here. Whose slot is on its way to another server is left alone.
create function cards.rebuild_careers(after_player_id uuid default null, players integer default 100)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_temp
set jit = off
as $$
declare
  _with_bots constant boolean := core.setting('cards.bots_have_lifetime_stats')::boolean;
  _ids uuid[];
  _wrong uuid[];
begin
  perform core.require_service();
  _ids := array(
    select p.id
    from cards.players as p
    left join core.slots as s on s.slot = core.slot_in(p.id) and s.state = 'moving'
    where p.merged_into is null and s.slot is null and (rebuild_careers.after_player_id is null or p.id > rebuild_careers.after_player_id)
    order by p.id
    limit core.check_batch_size('players', rebuild_careers.players)
  );
  _wrong := array(
    select i.id
    from unnest(_ids) as i (id)
    left join cards.player_lifetime_stats as s on s.player_id = i.id
    left join cards.counted_careers(_ids) as c on c.player_id = i.id
    where s is distinct from c
      or i.id in (select r.owner_id from cards.career_results(_ids) as r where r.career_index is null)
      or not _with_bots and exists (
        select
        from cards.players as b
        join cards.game_players as p on p.player_id = b.id
        where b.id = i.id and b.is_bot and p.career_index is not null
      )
    order by i.id
  );
  if _wrong <> '{}' then
    insert into cards.player_lifetime_stats (player_id)
    select i.id from unnest(_wrong) as i (id) order by i.id
    on conflict on constraint player_lifetime_stats_pkey do nothing;
    perform from cards.player_lifetime_stats as s where s.player_id = any (_wrong) order by s.player_id for update;
    with counted as (
      select
        r.game_id, r.player_id,
        row_number() over (partition by r.owner_id order by r.career_index, r.completed_at, r.game_id)::integer as career_index
      from cards.career_results(_wrong) as r
      union all
      select p.game_id, p.player_id, null
      from cards.players as b
      join cards.game_players as p on p.player_id = b.id
      where b.id = any (_wrong) and b.is_bot and not _with_bots
    ), away as (
      update cards.away_results as a
      set career_index = c.career_index
      from counted as c
      where a.game_id = c.game_id and a.player_id = c.player_id and a.career_index is distinct from c.career_index
    )
    update cards.game_players as p
    set career_index = c.career_index
    from counted as c
    where p.game_id = c.game_id and p.player_id = c.player_id and p.career_index is distinct from c.career_index;
    delete from cards.player_lifetime_stats as s where s.player_id = any (_wrong);
    insert into cards.player_lifetime_stats
    select c.* from cards.counted_careers(_wrong) as c order by c.player_id;
  end if;
  return _ids[cardinality(_ids)];
end
$$;
comment on function cards.rebuild_careers(uuid, integer) is
  'For the service: writes the lifetime statistics of so many players after this one (null: from the first) anew from the '
  'results of their games where they differ; returns the last it looked at, null after the end. Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on function cards.rebuild_careers(uuid, integer) from public;
grant execute on function cards.rebuild_careers(uuid, integer) to service_role;
commit;
