-- Deploy gamekeeper:cards/writing/count_games to pg
-- requires: core/records/setting core/shards/slots core/shards/hold_slot core/keys/slot_in cards/settings cards/games/game_players cards/games/games cards/players/players cards/writing/count_result cards/writing/hand_over
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Rows of player_lifetime_stats are locked in the order of player ids, over all the games of the call,
-- and last in every transaction: so two completions cannot wait for each other.
create function cards.count_games(game_ids uuid[])
returns void
language plpgsql
volatile
as $$
declare
  _with_bots constant boolean := core.setting('cards.bots_have_lifetime_stats')::boolean;
  _has_map constant boolean := exists (select from core.slots);
  _result record;
begin
  for _result in
    select p as share, coalesce(o.merged_into, o.id) as owner_id, o.user_id, g.completed_at
    from cards.game_players as p
    join cards.games as g on g.id = p.game_id
    join cards.players as o on o.id = p.player_id
    where p.game_id = any (count_games.game_ids) and (_with_bots or not o.is_bot)
    order by owner_id, p.game_id
  loop
    if not _has_map or _result.user_id is null or core.hold_slot(core.slot_in(_result.owner_id)) then
      perform cards.count_result(_result.share, _result.owner_id, _result.completed_at);
    else
      perform cards.hand_over(_result.share, _result.owner_id);
    end if;
  end loop;
end
$$;
comment on function cards.count_games(uuid[]) is
  'Adds completed games to the lifetime statistics of their players, or hands the results over to where the players live. [helper]';
revoke all on function cards.count_games(uuid[]) from public;
commit;
