-- Deploy gamekeeper:cards/reading/player_view to pg
-- requires: cards/reading/require_reader cards/games/game_states cards/rules/table_state cards/log/replay_state cards/players/players cards/games/game_spectators cards/rules/is_due cards/bots/bot_strategies cards/rules/awaits_person cards/documents/player_view_document cards/games/host_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.player_view(game_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _reader constant cards.reader := cards.require_reader(player_view.game_id);
  _game cards.game_states := (select s from cards.game_states as s where s.game_id = player_view.game_id);
  _state cards.table_state := _game.state;
  _names text[];
  _is_due boolean;
  _runs boolean;
  _seat integer;
begin
  if _game.game_id is null then
    _state := cards.replay_state(player_view.game_id, null);
  end if;
  _names := array(
    select p.display_name
    from unnest(_state.player_ids) with ordinality as s (player_id, seat)
    left join cards.players as p on p.id = s.player_id::uuid
    order by s.seat
  );
  _state.spectators := array(
    select s.player_id::text from cards.game_spectators as s where s.game_id = player_view.game_id
    union
    select u.player_id from unnest(_state.spectators) as u (player_id)
    order by 1
  );
  _seat := array_position(_state.player_ids, _reader.player_id::text) - 1;
  _is_due := coalesce(_game.is_forfeit, false) or cards.is_due(_state, cards.bot_strategies(_state));
  _runs := not _is_due and cards.awaits_person(_state);
  return cards.player_view_document(_state, _names, _seat, coalesce(_game.coming_back, 0)) || jsonb_build_object(
    'gameId', player_view.game_id,
    'playerId', _reader.player_id,
    'sessionSeed', case when _reader.sees_all and _state.phase = 'completed' then _state.session_seed end,
    'waitingFor', case
      when _game.game_id is null then null
      when _state.phase = 'lobby' then 'start'
      when _is_due then 'continue'
      when not _runs then 'service'
      when _state.phase = 'bidding' then 'bid'
      else 'card'
    end,
    'turnDeadline', case when _runs then _game.turn_deadline end,
    'warnedAt', case when _runs then _game.warned_at end,
    'isHost', coalesce(_seat = cards.host_seat(_state, _game.host_id), false)
  );
end
$$;
comment on function cards.player_view(uuid) is
  'What the caller may see of a game, one document (docs/cards.md, What a player sees). Raises: UNAUTHENTICATED, '
  'NOT_FOUND. [client]';
revoke all on function cards.player_view(uuid) from public;
grant execute on function cards.player_view(uuid) to authenticated, service_role;
commit;
