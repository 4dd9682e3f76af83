-- Deploy gamekeeper:cards/lobby/start_game to pg
-- requires: cards/players/players cards/players/ensure_player cards/games/game_states cards/lobby/require_host core/errors/raise cards/writing/append_move cards/documents/round_document cards/writing/lock_game cards/games/is_ready core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.start_game(game_id uuid)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player(core.slot_in(start_game.game_id));
  _game constant cards.game_states := cards.lock_game(start_game.game_id, _player.id);
  _players constant integer := cardinality((_game.state).player_ids);
  _needed constant integer := (_game.state).min_players;
begin
  if _player.id::text <> all ((_game.state).player_ids) then
    perform core.raise('FORBIDDEN', '{"problem": "a spectator acts on nothing"}');
  elsif (_game.state).phase <> 'lobby' then
    return (_game.state).next_index - 1;
  elsif not cards.is_ready(_game.state) then
    perform cards.require_host(_game, _player.id);
  end if;
  if _players < _needed then
    perform core.raise('STATE_ERROR', jsonb_build_object(
      'state', format('lobby of %s players', _players), 'expected', jsonb_build_array(format('lobby of %s players', _needed))
    ));
  end if;
  perform cards.append_move(_game, 'round_started', cards.round_document(_game.state));
  return (select (s.state).next_index - 1 from cards.game_states as s where s.game_id = start_game.game_id);
end
$$;
comment on function cards.start_game(uuid) is
  'Fixes who plays the first round, with at least minPlayers seated: the host may, and anybody with a seat when all people are ready. '
  'The deal comes with continue_game, or with anybody''s next command, in a later transaction (docs/cards.md, "Decisions and draws"). '
  'In a game that has begun it changes nothing. Returns the index of the latest event. Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, '
  'STATE_ERROR. [client] [repeat: natural]';
revoke all on function cards.start_game(uuid) from public;
grant execute on function cards.start_game(uuid) to authenticated, service_role;
commit;
