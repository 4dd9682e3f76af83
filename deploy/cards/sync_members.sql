-- Deploy gamekeeper:cards/sync_members to pg
-- requires: cards/game_state cards/game_players cards/games cards/players
begin;
set local role gamekeeper;
create function cards.sync_members(game_id uuid, state cards.game_state)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  delete from cards.game_players as p
  where p.game_id = sync_members.game_id and p.player_id::text <> all (state.player_ids);
  insert into cards.game_players (game_id, player_id)
  select sync_members.game_id, s.player_id::uuid
  from unnest(state.player_ids) as s (player_id)
  on conflict on constraint game_players_pkey do nothing;
  update cards.games as g
  set member_ids = array(
    select p.user_id::uuid
    from cards.players as p
    where p.id = any ((state.player_ids || state.spectators)::uuid[]) and p.user_id is not null
    order by p.user_id
  )
  where g.id = sync_members.game_id;
end
$$;
comment on function cards.sync_members(uuid, cards.game_state) is
  'Writes who is in the game to cards.game_players and to the row of the game.';
revoke all on function cards.sync_members(uuid, cards.game_state) from public;
commit;
