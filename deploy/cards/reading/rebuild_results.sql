-- Deploy gamekeeper:cards/reading/rebuild_results to pg
-- requires: cards/rules/table_state core/callers/require_service cards/games/games cards/log/fold_events cards/games/game_events cards/games/game_players cards/rules/seat_results cards/games/is_rated core/errors/check_batch_size
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.rebuild_results(after_game_id uuid default null, games integer default 50)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_temp
set jit = off
set client_min_messages = warning
as $$
declare
  _game_id uuid;
  _last uuid;
  _is_public boolean;
  _state cards.table_state;
begin
  perform core.require_service();
  for _game_id, _is_public in
    select g.id, g.is_public
    from cards.games as g
    where g.summary_id is not null and (rebuild_results.after_game_id is null or g.id > rebuild_results.after_game_id)
    order by g.id
    limit core.check_batch_size('games', rebuild_results.games)
  loop
    select (f.state).* into _state
    from (select cards.fold_events(e order by e.event_index) as state from cards.game_events as e where e.game_id = _game_id) as f;
    update cards.game_players as p
    set score = r.score, tricks_won = r.tricks_won, is_winner = r.is_winner, is_rated = cards.is_rated(_state, _is_public)
    from cards.seat_results(_state) as r
    where p.game_id = _game_id and p.player_id = r.player_id
      and (p.score, p.tricks_won, p.is_winner, p.is_rated)
        is distinct from (r.score, r.tricks_won, r.is_winner, cards.is_rated(_state, _is_public));
    _last := _game_id;
  end loop;
  return _last;
end
$$;
comment on function cards.rebuild_results(uuid, integer) is
  'For the service: writes the results of so many completed games after this one (null: from the first) anew from their '
  'logs where they differ; returns the last it looked at, null after the end. Raises: FORBIDDEN, REPLAY_ERROR. [service] [repeat: natural]';
revoke all on function cards.rebuild_results(uuid, integer) from public;
grant execute on function cards.rebuild_results(uuid, integer) to service_role;
commit;
