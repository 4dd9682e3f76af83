-- Deploy gamekeeper:cards/reading/list_player_games to pg
-- requires: core/callers/require_caller core/errors/check_page_size cards/players/players cards/games/game_players cards/games/away_results cards/games/games core/keys/key_before
begin;
set local search_path = pg_temp;
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
comment on column cards.player_game_record.game_id is 'The game.';
comment on column cards.player_game_record.status is 'created, in_progress or completed.';
comment on column cards.player_game_record.score is 'The player''s final score; null until completion.';
comment on column cards.player_game_record.tricks_won is
  'Tricks that the player won in the whole game; null until completion.';
comment on column cards.player_game_record.is_winner is
  'Whether the player has the highest final score; null until completion.';
comment on column cards.player_game_record.completed_at is 'Instant of completion; null until then.';
comment on column cards.player_game_record.created_at is 'When the game was made.';

-- A page walks an index and stops; offset 0, so that each further row is looked up. A bot has countless games, nearly all of them others' private ones,
-- so of a bot one is shown the games that one played with it: the walk goes along one's own games.
-- Of a game on another server there is the result that came home; one that lives here is shown as it is.
create function cards.list_player_games(player_id uuid, after uuid default null, page_size integer default 50)
returns setof cards.player_game_record
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _user_id constant uuid := core.require_caller();
  _limit constant integer := core.check_page_size(list_player_games.page_size);
  _walked uuid := list_player_games.player_id;
begin
  if _user_id is not null and exists (select from cards.players as b where b.id = list_player_games.player_id and b.is_bot) then
    _walked := (select o.id from cards.players as o where o.user_id = _user_id::text);
  end if;
  return query
  (
    select g.id, g.status, p.score, p.tricks_won, p.is_winner, g.completed_at, g.created_at
    from cards.game_players as w
    cross join lateral (
      select * from cards.game_players as r where r.game_id = w.game_id and r.player_id = list_player_games.player_id offset 0
    ) as p
    cross join lateral (select * from cards.games as r where r.id = w.game_id offset 0) as g
    where w.player_id = _walked
      and w.game_id < core.key_before(list_player_games.after)
      and (_user_id is null or g.is_public or _user_id = any (g.member_ids))
    order by w.game_id desc
    limit _limit
  )
  union all
  (
    select a.game_id, 'completed', a.score, a.tricks_won, a.is_winner, a.completed_at, a.created_at
    from cards.away_results as a
    where a.player_id = list_player_games.player_id
      and a.game_id < core.key_before(list_player_games.after)
      and (_user_id is null or a.is_public or _user_id = any (a.member_ids))
      and not exists (select from cards.games as g where g.id = a.game_id)
    order by a.game_id desc
    limit _limit
  )
  order by 1 desc
  limit _limit;
end
$$;
comment on function cards.list_player_games(uuid, uuid, integer) is
  'Games of a player that the caller may see (of a bot: that the caller played in), newest first, a page after the '
  'game_id of the last row seen. Raises: UNAUTHENTICATED, INVALID_INPUT. [client]';
revoke all on function cards.list_player_games(uuid, uuid, integer) from public;
grant execute on function cards.list_player_games(uuid, uuid, integer) to authenticated, service_role;
commit;
