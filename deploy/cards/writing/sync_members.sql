-- Deploy gamekeeper:cards/writing/sync_members to pg
-- requires: cards/rules/table_state cards/games/game_players cards/rules/seat_results cards/games/games cards/players/member_ids cards/games/is_rated cards/games/game_states cards/games/game_feed
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The caller writes the state after this, and the trigger tells the feed of it.
create function cards.sync_members(game_id uuid, state cards.table_state)
returns void
language plpgsql
volatile
as $$
begin
  delete from cards.game_players as p
  where p.game_id = sync_members.game_id and p.player_id::text <> all (sync_members.state.player_ids);
  if sync_members.state.phase = 'completed' then
    insert into cards.game_players (game_id, player_id, is_live, score, tricks_won, is_winner, is_rated)
    select
      sync_members.game_id, r.player_id, false, r.score, r.tricks_won, r.is_winner, cards.is_rated(sync_members.state, g.is_public)
    from cards.seat_results(sync_members.state) as r
    join cards.games as g on g.id = sync_members.game_id
    on conflict on constraint game_players_pkey do nothing;
  else
    insert into cards.game_players (game_id, player_id)
    select sync_members.game_id, s.player_id::uuid
    from unnest(sync_members.state.player_ids) as s (player_id)
    on conflict on constraint game_players_pkey do nothing;
  end if;
  update cards.games as g
  set member_ids = cards.member_ids(sync_members.state)
  where g.id = sync_members.game_id and g.member_ids <> cards.member_ids(sync_members.state);
  insert into cards.game_feed as f (game_id, next_index, member_ids)
  select g.id, sync_members.state.next_index, g.member_ids
  from cards.games as g
  join cards.game_states as s on s.game_id = g.id
  where g.id = sync_members.game_id and (g.member_ids <> '{}' or s.is_told)
  on conflict on constraint game_feed_pkey do update set member_ids = excluded.member_ids;
  if found then
    update cards.game_states as s set is_told = true where s.game_id = sync_members.game_id and not s.is_told;
  end if;
end
$$;
comment on function cards.sync_members(uuid, cards.table_state) is
  'Writes who is in the game to cards.game_players, to the row of the game and, if somebody has an account, to the feed; of a game that arrives completed with the results. [helper]';
revoke all on function cards.sync_members(uuid, cards.table_state) from public;
commit;
