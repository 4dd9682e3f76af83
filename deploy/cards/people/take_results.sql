-- Deploy gamekeeper:cards/people/take_results to pg
-- requires: core/callers/is_closed core/keys/slot_in core/shards/is_elsewhere core/shards/shards cards/games/away_results cards/games/game_players cards/games/handed_results cards/people/close_person cards/people/join_statistics cards/players/open_player cards/players/player_lifetime_stats cards/players/players cards/writing/count_result
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A result that has its place in the career was counted before, and is not again. One that is older than what was counted last is counted in
-- its place, so that streaks are those of the order of completion, whatever order results come in.
create function cards.take_results(results cards.handed_results[])
returns void
language plpgsql
volatile
as $$
declare
  _result cards.handed_results;
  _player cards.players;
  _owner_id uuid;
  _counted integer;
  _last_game_at timestamptz;
begin
  foreach _result in array take_results.results loop
    select * into _player from cards.players as p where p.id = _result.player_id;
    if not found then
      _player := cards.open_player(_result.user_id);
      if core.is_closed(_result.user_id::uuid) then
        perform cards.close_person(_result.user_id::uuid);
      end if;
    end if;
    _owner_id := coalesce(_player.merged_into, _player.id);
    insert into cards.away_results (
      player_id, game_id, score, tricks_won, is_winner, is_rated, is_public, member_ids, created_at, completed_at, career_index
    )
    values (
      _player.id, _result.game_id, _result.score, _result.tricks_won, _result.is_winner, _result.is_rated, _result.is_public,
      _result.member_ids, _result.created_at, _result.completed_at,
      (select p.career_index from cards.game_players as p where p.game_id = _result.game_id and p.player_id = _player.id)
    )
    on conflict on constraint away_results_pkey do nothing;
    select a.career_index into strict _counted
    from cards.away_results as a
    where a.player_id = _player.id and a.game_id = _result.game_id;
    continue when _counted is not null;
    if core.is_elsewhere(core.slot_in(_owner_id)) then
      -- its player was merged into one who lives elsewhere by now
      insert into cards.handed_results (
        source, slot, user_id, player_id, game_id, score, tricks_won, is_winner, is_rated, is_public, member_ids, created_at, completed_at
      )
      select
        s.shard, core.slot_in(_owner_id), _result.user_id, _player.id, _result.game_id, _result.score, _result.tricks_won,
        _result.is_winner, _result.is_rated, _result.is_public, _result.member_ids, _result.created_at, _result.completed_at
      from core.shards as s
      where s.is_here;
      continue;
    end if;
    select s.last_game_at into _last_game_at from cards.player_lifetime_stats as s where s.player_id = _owner_id for update;
    if _result.completed_at <= _last_game_at then
      perform cards.join_statistics(_owner_id);
    else
      update cards.away_results as a
      set career_index = cards.count_result(
        row(
          a.game_id, a.player_id, false, a.score, a.tricks_won, a.is_winner, a.is_rated, null
        )::cards.game_players,
        _owner_id, a.completed_at
      )
      where a.player_id = _player.id and a.game_id = _result.game_id;
    end if;
  end loop;
end
$$;
comment on function cards.take_results(cards.handed_results[]) is
  'Adds results that were handed over to the list of games and the statistics of one player, each once. [helper]';
revoke all on function cards.take_results(cards.handed_results[]) from public;
commit;
