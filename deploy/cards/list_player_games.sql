-- Deploy gamekeeper:cards/list_player_games to pg
-- requires: auth/uid core/is_service core/check_page_size core/require_user cards/game_players cards/games
begin;
set local role gamekeeper;
create type cards.player_game_record as (
  game_id uuid,
  status text,
  score integer,
  tricks_won integer,
  is_winner boolean,
  completed_at timestamptz,
  created_at timestamptz
);
comment on type cards.player_game_record is 'A game of a player.';

create function cards.list_player_games(player_id uuid, after uuid default null, page_size integer default 50)
returns setof cards.player_game_record
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _user_id constant uuid := auth.uid();
  _sees_all constant boolean := core.is_service();
  _limit constant integer := core.check_page_size(list_player_games.page_size);
begin
  if not core.is_service() then
    perform core.require_user();
  end if;
  return query
  select g.id, g.status, p.score, p.tricks_won, p.is_winner, g.completed_at, g.created_at
  from cards.game_players as p
  join cards.games as g on g.id = p.game_id
  where p.player_id = list_player_games.player_id
    and (list_player_games.after is null or p.game_id < list_player_games.after)
    and (_sees_all or g.is_public or _user_id = any (g.member_ids))
  order by p.game_id desc
  limit _limit;
end
$$;
comment on function cards.list_player_games(uuid, uuid, integer) is
  'Games of a player that the caller may see, newest first, a page after the game_id of the last row seen. Raises: UNAUTHENTICATED, INVALID_INPUT.';
revoke all on function cards.list_player_games(uuid, uuid, integer) from public;
grant execute on function cards.list_player_games(uuid, uuid, integer) to authenticated, service_role;
commit;
