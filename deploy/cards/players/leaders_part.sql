-- Deploy gamekeeper:cards/players/leaders_part to pg
-- requires: core/errors/check_page_size core/callers/require_caller core/shards/require_map core/shards/is_elsewhere core/keys/slot_in cards/players/player_lifetime_stats cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.leader_record as (
  rank bigint,
  player_id uuid,
  display_name text,
  avatar_seed text,
  color text,
  games_played integer,
  games_won integer,
  total_points integer,
  highest_score integer
);
comment on type cards.leader_record is 'A place on the leaderboard.';
comment on column cards.leader_record.rank is 'The place, from 1.';
comment on column cards.leader_record.player_id is 'The player.';
comment on column cards.leader_record.display_name is 'The player''s name.';
comment on column cards.leader_record.avatar_seed is 'From which a client draws the avatar.';
comment on column cards.leader_record.color is 'The player''s color.';
comment on column cards.leader_record.games_played is 'Rated games.';
comment on column cards.leader_record.games_won is 'Rated games with the highest score, ties included.';
comment on column cards.leader_record.total_points is 'Sum of the final scores of rated games.';
comment on column cards.leader_record.highest_score is 'Highest final score of a rated game.';

create function cards.leaders_part(map_version integer, page_size integer)
returns setof cards.leader_record
language plpgsql
stable
as $$
declare
  _limit integer;
begin
  perform core.require_map(leaders_part.map_version);
  perform core.require_caller();
  _limit := core.check_page_size(leaders_part.page_size);
  return query
  select
    row_number() over (order by s.rated_games_won desc, s.rated_total_points desc, s.player_id),
    p.id, p.display_name, p.avatar_seed, p.color, s.rated_games_played, s.rated_games_won, s.rated_total_points,
    s.rated_highest_score
  from (
    select *
    from cards.player_lifetime_stats as l
    where l.rated_games_played > 0
      and not (
        exists (select from core.slots)
        and core.is_elsewhere(core.slot_in((select coalesce(o.merged_into, o.id) from cards.players as o where o.id = l.player_id)))
      )
    order by l.rated_games_won desc, l.rated_total_points desc, l.player_id
    limit _limit
  ) as s
  cross join lateral (select * from cards.players as r where r.id = s.player_id offset 0) as p;
end
$$;
comment on function cards.leaders_part(integer, integer) is
  'The best of the players who live on this server, in no order, of whom the leaderboard of all servers is made. '
  'Raises: UNAUTHENTICATED, INVALID_INPUT, RETRY_LATER. [helper]';
revoke all on function cards.leaders_part(integer, integer) from public;
commit;
