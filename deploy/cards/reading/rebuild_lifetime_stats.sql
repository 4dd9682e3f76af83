-- Deploy gamekeeper:cards/reading/rebuild_lifetime_stats to pg
-- requires: core/records/setting cards/settings cards/rules/table_state core/callers/require_service cards/players/player_lifetime_stats cards/games/games cards/log/fold_events cards/games/game_events cards/games/game_players cards/rules/seat_results cards/players/players cards/writing/count_result cards/games/is_rated
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.rebuild_lifetime_stats()
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _with_bots constant boolean := core.setting('cards.bots_have_lifetime_stats')::boolean;
  _game_id uuid;
  _is_public boolean;
  _state cards.table_state;
  _result record;
begin
  perform core.require_service();
  lock table cards.player_lifetime_stats in share row exclusive mode;
  for _game_id, _is_public in select g.id, g.is_public from cards.games as g where g.summary_id is not null order by g.id loop
    select (f.state).* into _state
    from (select cards.fold_events(e order by e.event_index) as state from cards.game_events as e where e.game_id = _game_id) as f;
    update cards.game_players as p
    set score = r.score, tricks_won = r.tricks_won, is_winner = r.is_winner, is_rated = cards.is_rated(_state, _is_public)
    from cards.seat_results(_state) as r
    where p.game_id = _game_id and p.player_id = r.player_id
      and (p.score, p.tricks_won, p.is_winner, p.is_rated)
        is distinct from (r.score, r.tricks_won, r.is_winner, cards.is_rated(_state, _is_public));
  end loop;
  delete from cards.player_lifetime_stats;
  update cards.game_players as g
  set career_index = null
  from cards.players as p
  where p.id = g.player_id and p.is_bot and not _with_bots and g.career_index is not null;
  for _result in
    select p as result, coalesce(o.merged_into, o.id) as owner_id, g.completed_at
    from cards.game_players as p
    join cards.games as g on g.id = p.game_id and g.summary_id is not null
    join cards.players as o on o.id = p.player_id and (_with_bots or not o.is_bot)
    order by owner_id, p.career_index, g.completed_at, p.game_id
  loop
    perform cards.count_result(_result.result, _result.owner_id, _result.completed_at);
  end loop;
  return (select count(*)::integer from cards.player_lifetime_stats);
end
$$;
comment on function cards.rebuild_lifetime_stats() is
  'Makes the lifetime statistics anew from the logs of all completed games, in the order in which they were counted; '
  'completions wait meanwhile. Returns how many players have statistics. Raises: FORBIDDEN, REPLAY_ERROR. [service] [repeat: natural]';
revoke all on function cards.rebuild_lifetime_stats() from public;
grant execute on function cards.rebuild_lifetime_stats() to service_role;
commit;
