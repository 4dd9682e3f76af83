-- Deploy gamekeeper:cards/play/play_card to pg
-- requires: cards/play/move_result cards/players/players cards/players/ensure_player cards/numbers/card_code cards/games/game_states core/errors/raise cards/play/lock_seat cards/rules/card_problem cards/play/misplay cards/writing/append_move cards/errors
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.play_card(game_id uuid, card_id text)
returns cards.move_result
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player();
  _card constant integer := cards.card_code(play_card.card_id);
  _game cards.game_states;
  _seat integer;
  _error text;
begin
  if _card is null then
    perform core.raise('INVALID_INPUT', '{"field": "card_id", "problem": "must be d<deck>:<suit>:<rank>"}');
  end if;
  _game := cards.lock_seat(play_card.game_id, _player.id);
  _seat := array_position((_game.state).player_ids, _player.id::text) - 1;
  _error := cards.card_problem(_game.state, _seat, _card);
  if _error is not null then
    return cards.misplay(_game, _seat, 'play_card', _error);
  end if;
  return row(true, null, cards.append_move(
    _game, 'card_played', jsonb_build_object('playerId', _player.id, 'card', play_card.card_id)
  ))::cards.move_result;
end
$$;
comment on function cards.play_card(uuid, text) is
  'Plays a card of the caller''s hand. A broken rule (ROUND_NOT_READY, NOT_PLAYERS_TURN, CARD_NOT_IN_HAND, MUST_FOLLOW_SUIT, CANNOT_LEAD_TRUMP) is recorded as invalid_action and returned in error, not raised. Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, RATE_LIMIT, COMMIT_FIRST. [client]';
revoke all on function cards.play_card(uuid, text) from public;
grant execute on function cards.play_card(uuid, text) to authenticated, service_role;
commit;
