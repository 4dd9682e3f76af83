-- Verify gamekeeper:cards/players/player_lifetime_stats on pg
begin;
set local role gamekeeper;
do $$
begin
  perform player_id, games_played, games_won, highest_score, lowest_score, total_points, total_tricks_won, most_consecutive_wins, most_consecutive_losses, current_wins, current_losses, last_game_at from cards.player_lifetime_stats where false;
  if not has_table_privilege('authenticated', 'cards.player_lifetime_stats', 'select')
    or has_table_privilege('authenticated', 'cards.player_lifetime_stats', 'insert, update, delete, truncate')
    or has_any_column_privilege('anon', 'cards.player_lifetime_stats', 'select')
  then
    raise exception 'cards.player_lifetime_stats has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'cards.player_lifetime_stats'::regclass) then
    raise exception 'cards.player_lifetime_stats has no row level security';
  end if;
end
$$;
rollback;
