-- Verify gamekeeper:cards/games/game_players on pg
begin;
set local role gamekeeper;
do $$
begin
  perform game_id, player_id, is_live, score, tricks_won, is_winner, career_index from cards.game_players where false;
  if has_any_column_privilege('anon', 'cards.game_players', 'select, insert, update, references')
    or has_any_column_privilege('authenticated', 'cards.game_players', 'select, insert, update, references')
    or has_any_column_privilege('service_role', 'cards.game_players', 'select, insert, update, references')
  then
    raise exception 'cards.game_players has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'cards.game_players'::regclass) then
    raise exception 'cards.game_players has no row level security';
  end if;
end
$$;
rollback;
