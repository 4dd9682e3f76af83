-- Deploy gamekeeper:cards/writing/hand_over to pg
-- requires: core/shards/shards core/keys/slot_in cards/games/games cards/games/game_players cards/games/handed_results cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.hand_over(result cards.game_players, owner_id uuid)
returns void
language sql
volatile
begin atomic
  insert into cards.handed_results (
    source, slot, user_id, player_id, game_id, score, tricks_won, is_winner, is_rated, is_public, member_ids, created_at, completed_at
  )
  select
    s.shard, core.slot_in(hand_over.owner_id), p.user_id, p.id, g.id, (hand_over.result).score, (hand_over.result).tricks_won,
    (hand_over.result).is_winner, (hand_over.result).is_rated, g.is_public, g.member_ids, g.created_at, g.completed_at
  from core.shards as s
  join cards.games as g on g.id = (hand_over.result).game_id
  join cards.players as p on p.id = (hand_over.result).player_id
  where s.is_here;
end;
comment on function cards.hand_over(cards.game_players, uuid) is
  'Sends the result of a completed game to where its player lives, or the one that it was merged into. [helper]';
revoke all on function cards.hand_over(cards.game_players, uuid) from public;
commit;
