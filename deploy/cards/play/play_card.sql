-- Deploy gamekeeper:cards/play/play_card to pg
-- requires: cards/play/move_result cards/players/players cards/players/ensure_player cards/numbers/card_code cards/numbers/card_suit cards/numbers/card_bit cards/numbers/card_deck cards/numbers/hand_at cards/numbers/has_seat cards/rules/table_state cards/games/game_states core/errors/raise cards/writing/lock_game cards/play/lock_seat cards/play/first_answer cards/play/ready_to_move cards/rules/card_problem cards/play/misplay cards/writing/append_move cards/errors core/keys/slot_in auth/jwt core/callers/closed_persons core/shards/has_map core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A person in turn who has not left, with a card of the suit that was led, or one that leads and is no trump, breaks no rule and
-- finds nothing due: of everything else cards.ready_to_move and the whole rule are asked.
-- One statement finds such a person, whose account is open, and locks the game (docs/benchmarks). Whoever it does not find, a spectator or
-- somebody on a server with a map of slots, is asked for by cards.ensure_player and cards.lock_game, which refuse, too. The clock is read behind the lock.
create function cards.play_card(game_id uuid, card_id text, expected_index integer default null)
returns cards.move_result
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _sub constant text := auth.jwt() ->> 'sub';
  _card constant integer := cards.card_code(play_card.card_id);
  _called record;
  _game cards.game_states;
  _state cards.table_state;
  _seat integer;
  _led integer;
  _answer cards.move_result;
  _error text;
begin
  select p.id, s as game into _called
  from cards.players as p
  join cards.game_states as s on s.game_id = play_card.game_id and p.id::text = any ((s.state).player_ids)
  where p.user_id = _sub and not core.has_map() and not exists (select from core.closed_persons as c where c.person_id = p.user_id::uuid)
  for update of s;
  if _called.id is null or _card is null then
    _called.id := (cards.ensure_player(core.slot_in(play_card.game_id))).id;
    if _card is null then
      perform core.raise('INVALID_INPUT', '{"field": "card_id", "problem": "must be d<deck>:<suit>:<rank>"}');
    end if;
    _called.game := cards.lock_game(play_card.game_id, _called.id);
  end if;
  _game := _called.game;
  _game.last_event_at := greatest(core.wall_clock(), _game.last_event_at);
  _state := _game.state;
  _seat := array_position(_state.player_ids, _called.id::text) - 1;
  if _seat is null or play_card.expected_index is not null or (_state.seen[cards.card_deck(_card) + 1] & cards.card_bit(_card)) <> 0 then
    if _seat is null then
      perform cards.lock_seat(play_card.game_id, _called.id);
    end if;
    _answer := cards.first_answer(
      _game, _called.id, 'card_played', 'play_card', to_jsonb(play_card.card_id), play_card.expected_index
    );
    if _answer.accepted is not null then
      return _answer;
    end if;
  end if;
  _led := cards.card_suit(_state.trick[1]);
  if (
    _state.phase = 'playing' and _state.turn = _seat and not _game.is_forfeit and not cards.has_seat(_state.bots | _state.gone, _seat)
    and (_state.hands[cards.hand_at(_seat, cards.card_deck(_card))] & cards.card_bit(_card)) <> 0
    and (cards.card_suit(_card) = _led or _led is null and cards.card_suit(_card) <> _state.trump)
  ) is not true then
    _game := cards.ready_to_move(_game, _called.id);
    if play_card.expected_index <> (_game.state).next_index then
      return row(false, 'VERSION_CONFLICT', null)::cards.move_result;
    end if;
    _error := cards.card_problem(_game.state, _seat, _card);
    if _error is not null then
      return cards.misplay(_game, _seat, 'play_card', _error);
    end if;
  end if;
  return row(true, null, cards.append_move(
    _game, 'card_played', jsonb_build_object('playerId', _called.id, 'card', play_card.card_id)
  ))::cards.move_result;
end
$$;
comment on function cards.play_card(uuid, text, integer) is
  'Plays a card of the caller''s hand. A broken rule (ROUND_NOT_READY, NOT_PLAYERS_TURN, CARD_NOT_IN_HAND, MUST_FOLLOW_SUIT, '
  'CANNOT_LEAD_TRUMP) is recorded as invalid_action and returned in error, not raised. expected_index is the next index as the client '
  'saw it: the same call again gets the first answer, and where something else happened meanwhile error is VERSION_CONFLICT and '
  'nothing is recorded. Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, RATE_LIMIT, COMMIT_FIRST. [client] [repeat: index]';
revoke all on function cards.play_card(uuid, text, integer) from public;
grant execute on function cards.play_card(uuid, text, integer) to authenticated, service_role;
commit;
