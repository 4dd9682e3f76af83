-- Deploy gamekeeper:cards/reading/verify_game to pg
-- requires: core/errors/caught core/errors/caught_error cards/games/game_events cards/rules/table_state cards/games/games cards/games/game_summaries cards/reading/require_open_game cards/log/apply_event cards/games/game_snapshots cards/rules/sha256_hex cards/games/game_states cards/writing/summarize cards/rules/seat_results cards/games/game_players cards/reading/career_results cards/players/player_lifetime_stats cards/games/is_rated cards/games/game_feed
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.game_problem as (
  event_index integer,
  problem text
);
comment on column cards.game_problem.event_index is 'Index of the event where it shows.';
comment on column cards.game_problem.problem is 'What is wrong, in words.';
comment on type cards.game_problem is 'Something wrong with a stored game, and the index of the event where it shows.';

create function cards.verify_game(game_id uuid)
returns setof cards.game_problem
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _event cards.game_events;
  _state cards.table_state;
  _next integer := 0;
  _detail text;
  _error core.caught_error;
  _refusal jsonb;
  _game cards.games;
  _summary cards.game_summaries;
  _snapshots cards.table_state[] := array[]::cards.table_state[];
begin
  perform cards.require_open_game(verify_game.game_id);
  select * into strict _game from cards.games as g where g.id = verify_game.game_id;

  for _event in select * from cards.game_events as e where e.game_id = verify_game.game_id order by e.event_index loop
    if _event.event_index <> _next then
      return next row(_next, format('gap: the events %s to %s are missing', _next, _event.event_index - 1))::cards.game_problem;
    end if;
    _next := _event.event_index + 1;
  end loop;

  begin
    for _event in select * from cards.game_events as e where e.game_id = verify_game.game_id order by e.event_index loop
      _state := cards.apply_event(_state, _event);
      if _event.type = 'round_started' then
        _snapshots := _snapshots || _state;
      end if;
    end loop;
  exception
    when others then
      get stacked diagnostics _detail = pg_exception_detail;
      _error := core.caught(sqlstate, sqlerrm, _detail);
      if _error.code is distinct from 'REPLAY_ERROR' then
        raise;
      end if;
      _refusal := _error.detail::jsonb;
      return next row((_refusal ->> 'eventIndex')::integer, _refusal ->> 'reason')::cards.game_problem;
      return;
  end;

  if coalesce((select s.states from cards.game_snapshots as s where s.game_id = verify_game.game_id), '{}') is distinct from _snapshots then
    return next row(_next - 1, 'the snapshots are not the fold of the log')::cards.game_problem;
  end if;
  if _state.session_seed is distinct from _game.session_seed
    or cards.sha256_hex(_game.session_seed) <> _game.session_seed_hash
  then
    return next row(0, 'the seed of the game''s row is not the one of the log')::cards.game_problem;
  end if;
  if _game.status <> (case _state.phase when 'lobby' then 'created' when 'completed' then 'completed' when 'voided' then 'completed' else 'in_progress' end)
    or (_state.phase = 'voided') <> (_game.voided_at is not null)
  then
    return next row(_next - 1, format('the log is in phase %s, the game''s row says %s', _state.phase, _game.status))::cards.game_problem;
  end if;
  if exists (
    select
    from cards.games as g
    left join cards.game_states as s on s.game_id = g.id
    left join cards.game_feed as f on f.game_id = g.id
    where g.id = verify_game.game_id
      and case
        when s.game_id is null then (f.next_index, f.turn_player_id) is distinct from (_next, null) and f.game_id is not null
        when s.is_told
          then (f.next_index, f.turn_player_id::text, f.member_ids) is distinct from (_next, _state.player_ids[_state.turn + 1], g.member_ids)
        else f.game_id is not null or g.member_ids <> '{}'
      end
  ) then
    return next row(_next - 1, 'the feed does not tell what the log holds')::cards.game_problem;
  end if;

  if _state.phase = 'voided' then
    if exists (select from cards.game_summaries as s where s.game_id = verify_game.game_id)
      or exists (select from cards.game_players as p where p.game_id = verify_game.game_id and (p.is_live or p.score is not null or p.career_index is not null))
    then
      return next row(_next - 1, 'a game that is void has a result')::cards.game_problem;
    end if;
    return;
  end if;

  if _state.phase <> 'completed' then
    if _game.closed_at is null and not exists (
      select from cards.game_states as s where s.game_id = verify_game.game_id and s.state is not distinct from _state
    ) then
      return next row(_next - 1, 'the live state is not the fold of the log')::cards.game_problem;
    end if;
    return;
  end if;

  select * into _summary from cards.game_summaries as s where s.game_id = verify_game.game_id;
  if _summary is distinct from cards.summarize(_game.id, _state, _game.is_public, _game.member_ids, _game.completed_at) then
    return next row(_next - 1, 'the summary is not the fold of the log')::cards.game_problem;
  end if;
  return query
  select _next - 1, format('the result of player %s is not the fold of the log', coalesce(r.player_id, p.player_id))
  from cards.seat_results(_state) as r
  full join (select * from cards.game_players as g where g.game_id = verify_game.game_id) as p on p.player_id = r.player_id
  where (r.score, r.tricks_won, r.is_winner, cards.is_rated(_state, _game.is_public), false)
    is distinct from (p.score, p.tricks_won, p.is_winner, p.is_rated, p.is_live);
  return query
  select _next - 1, format('the lifetime statistics of player %s are not the sum of the results', coalesce(o.merged_into, o.id))
  from cards.game_players as p
  join cards.players as o on o.id = p.player_id
  left join cards.player_lifetime_stats as s on s.player_id = coalesce(o.merged_into, o.id)
  cross join lateral (
    select
      count(*) as games_played, count(*) filter (where c.is_winner) as games_won, max(c.score) as highest_score,
      min(c.score) as lowest_score, sum(c.score) as total_points, sum(c.tricks_won) as total_tricks_won,
      count(*) filter (where c.is_rated) as rated_games_played, count(*) filter (where c.is_rated and c.is_winner) as rated_games_won,
      coalesce(sum(c.score) filter (where c.is_rated), 0) as rated_total_points, max(c.score) filter (where c.is_rated) as rated_highest_score
    from cards.career_results(array[coalesce(o.merged_into, o.id)]) as c
    where c.career_index is not null
  ) as c
  where p.game_id = verify_game.game_id and p.career_index is not null and (s.player_id is not null or c.games_played > 0)
    and (
      s.games_played, s.games_won, s.highest_score, s.lowest_score, s.total_points, s.total_tricks_won,
      s.rated_games_played, s.rated_games_won, s.rated_total_points, s.rated_highest_score
    ) is distinct from (
      c.games_played, c.games_won, c.highest_score, c.lowest_score, c.total_points, c.total_tricks_won,
      c.rated_games_played, c.rated_games_won, c.rated_total_points, c.rated_highest_score
    );
end
$$;
comment on function cards.verify_game(uuid) is
  'Checks a game against its log, from the deals to the lifetime statistics: one row per problem, none for a sound '
  'game (docs/cards.md, Verification). For the service; for others once the game is completed. Raises: '
  'UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function cards.verify_game(uuid) from public;
grant execute on function cards.verify_game(uuid) to authenticated, service_role;
commit;
