-- Deploy gamekeeper:cards/reading/rebuild_careers to pg
-- requires: core/records/setting cards/settings core/callers/require_service cards/players/players cards/players/player_lifetime_stats cards/games/games cards/games/game_players cards/reading/counted_careers
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Players whose statistics agree are read and not locked. The others are locked in the order in which completions lock them;
-- a completion that waits adds its game to what is written here.
create function cards.rebuild_careers(after_player_id uuid default null, players integer default 100)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_temp
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
    where p.merged_into is null and (rebuild_careers.after_player_id is null or p.id > rebuild_careers.after_player_id)
    order by p.id
    limit rebuild_careers.players
  );
  _wrong := array(
    select i.id
    from unnest(_ids) as i (id)
    left join cards.player_lifetime_stats as s on s.player_id = i.id
    left join cards.counted_careers(_ids) as c on c.player_id = i.id
    where s is distinct from c
      or exists (
        select
        from cards.players as m
        join cards.game_players as p on p.player_id = m.id
        join cards.games as g on g.id = p.game_id and g.summary_id is not null
        where (m.id = i.id or m.merged_into = i.id) and (p.career_index is null) = (not m.is_bot or _with_bots)
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
        p.game_id, p.player_id,
        case
          when not m.is_bot or _with_bots
            then row_number() over (partition by i.id order by p.career_index, g.completed_at, p.game_id)::integer
        end as career_index
      from unnest(_wrong) as i (id)
      join cards.players as m on m.id = i.id or m.merged_into = i.id
      join cards.game_players as p on p.player_id = m.id
      join cards.games as g on g.id = p.game_id and g.summary_id is not null
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
  'results of their games where they differ; returns the last it looked at, null after the end. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function cards.rebuild_careers(uuid, integer) from public;
grant execute on function cards.rebuild_careers(uuid, integer) to service_role;
commit;
