-- Deploy gamekeeper:cards/games/publication to pg
-- requires: cards/games/game_feed
begin;
set local search_path = pg_temp;
-- On Supabase its publication takes the table in; elsewhere one of ours is made. Who sees a row is no subscriber's business,
-- so member_ids is left out. Publications belong to the deployer.
do $$
begin
  if exists (select from pg_publication as p where p.pubname = 'supabase_realtime') then
    alter publication supabase_realtime add table cards.game_feed (game_id, next_index, turn_player_id);
  else
    create publication gamekeeper_games for table cards.game_feed (game_id, next_index, turn_player_id)
    with (publish = 'insert, update');
    comment on publication gamekeeper_games is 'The feed of card games for realtime servers: cards.game_feed.';
  end if;
end
$$;
commit;
