-- Deploy gamekeeper:cards/writing/count_result to pg
-- requires: cards/games/game_players cards/players/player_lifetime_stats
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.count_result(result cards.game_players, owner_id uuid, at timestamptz)
returns integer
language plpgsql
volatile
as $$
declare
  _won constant integer := count_result.result.is_winner::integer;
  _rated constant integer := coalesce(count_result.result.is_rated, false)::integer;
  _rated_score constant integer := case when count_result.result.is_rated then count_result.result.score end;
  _played integer;
begin
  insert into cards.player_lifetime_stats as s (
    player_id, games_played, games_won, highest_score, lowest_score, total_points, total_tricks_won,
    most_consecutive_wins, most_consecutive_losses, current_wins, current_losses, last_game_at,
    rated_games_played, rated_games_won, rated_total_points, rated_highest_score
  )
  values (
    count_result.owner_id, 1, _won, count_result.result.score, count_result.result.score, count_result.result.score, count_result.result.tricks_won,
    _won, 1 - _won, _won, 1 - _won, count_result.at,
    _rated, _rated * _won, coalesce(_rated_score, 0), _rated_score
  )
  on conflict on constraint player_lifetime_stats_pkey do update set
    games_played = s.games_played + 1,
    games_won = s.games_won + _won,
    highest_score = greatest(s.highest_score, count_result.result.score),
    lowest_score = least(s.lowest_score, count_result.result.score),
    total_points = s.total_points + count_result.result.score,
    total_tricks_won = s.total_tricks_won + count_result.result.tricks_won,
    most_consecutive_wins = greatest(s.most_consecutive_wins, (s.current_wins + 1) * _won),
    most_consecutive_losses = greatest(s.most_consecutive_losses, (s.current_losses + 1) * (1 - _won)),
    current_wins = (s.current_wins + 1) * _won,
    current_losses = (s.current_losses + 1) * (1 - _won),
    last_game_at = greatest(s.last_game_at, count_result.at),
    rated_games_played = s.rated_games_played + _rated,
    rated_games_won = s.rated_games_won + _rated * _won,
    rated_total_points = s.rated_total_points + coalesce(_rated_score, 0),
    rated_highest_score = greatest(s.rated_highest_score, _rated_score)
  returning s.games_played into strict _played;
  update cards.game_players as g
  set career_index = _played
  where g.game_id = count_result.result.game_id and g.player_id = count_result.result.player_id;
  return _played;
end
$$;
comment on function cards.count_result(cards.game_players, uuid, timestamptz) is
  'Adds one completed game to the lifetime statistics of a player: the one of the result, or the one that it was merged into. Returns its place in the career. [helper]';
revoke all on function cards.count_result(cards.game_players, uuid, timestamptz) from public;
commit;
