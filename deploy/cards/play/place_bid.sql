-- Deploy gamekeeper:cards/play/place_bid to pg
-- requires: cards/play/move_result cards/players/players cards/players/ensure_player cards/games/game_states cards/rules/table_state core/errors/raise cards/writing/lock_game cards/numbers/has_seat cards/play/lock_seat cards/play/first_answer cards/play/ready_to_move cards/rules/bid_rule cards/play/misplay cards/writing/append_move cards/errors core/keys/slot_in auth/jwt core/callers/closed_persons core/shards/has_map core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A person in turn who has not left, with a bid that can be made, breaks no rule and finds nothing due, and one statement finds the
-- person and locks the game, as in cards.play_card.
create function cards.place_bid(game_id uuid, bid integer, expected_index integer default null)
returns cards.move_result
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _sub constant text := auth.jwt() ->> 'sub';
  _called record;
  _game cards.game_states;
  _state cards.table_state;
  _seat integer;
  _answer cards.move_result;
  _error text;
begin
  select p.id, s as game into _called
  from cards.players as p
  join cards.game_states as s on s.game_id = place_bid.game_id and p.id::text = any ((s.state).player_ids)
  where p.user_id = _sub and not core.has_map() and not exists (select from core.closed_persons as c where c.person_id = p.user_id::uuid)
  for update of s;
  if _called.id is null or place_bid.bid is null then
    _called.id := (cards.ensure_player(core.slot_in(place_bid.game_id))).id;
    if place_bid.bid is null then
      perform core.raise('INVALID_INPUT', '{"field": "bid", "problem": "must not be null"}');
    end if;
    _called.game := cards.lock_game(place_bid.game_id, _called.id);
  end if;
  _game := _called.game;
  _game.last_event_at := greatest(core.wall_clock(), _game.last_event_at);
  _state := _game.state;
  _seat := array_position(_state.player_ids, _called.id::text) - 1;
  if _seat is null or place_bid.expected_index is not null or _state.bids[_seat + 1] = place_bid.bid then
    if _seat is null then
      perform cards.lock_seat(place_bid.game_id, _called.id);
    end if;
    _answer := cards.first_answer(
      _game, _called.id, 'player_bid', 'place_bid', to_jsonb(place_bid.bid), place_bid.expected_index
    );
    if _answer.accepted is not null then
      return _answer;
    end if;
  end if;
  if (
    _state.phase = 'bidding' and _state.turn = _seat and not _game.is_forfeit and not cards.has_seat(_state.bots | _state.gone, _seat)
    and place_bid.bid between 0 and _state.cards_per_player
  ) is not true then
    _game := cards.ready_to_move(_game, _called.id);
    _state := _game.state;
    if place_bid.expected_index <> _state.next_index then
      return row(false, 'VERSION_CONFLICT', null)::cards.move_result;
    end if;
    _error := cards.bid_rule(_state.phase, _state.turn, _seat, place_bid.bid, _state.cards_per_player);
    if _error is not null then
      return cards.misplay(_game, _seat, 'place_bid', _error);
    end if;
  end if;
  return row(true, null, cards.append_move(
    _game, 'player_bid', jsonb_build_object('playerId', _called.id, 'bid', place_bid.bid)
  ))::cards.move_result;
end
$$;
comment on function cards.place_bid(uuid, integer, integer) is
  'Bids how many tricks the caller will take. A broken rule (ROUND_NOT_READY, NOT_PLAYERS_TURN, INVALID_BID) is recorded as '
  'invalid_action and returned in error, not raised. expected_index is the next index as the client saw it: the same call again gets '
  'the first answer, and where something else happened meanwhile error is VERSION_CONFLICT and nothing is recorded. Raises: '
  'UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, RATE_LIMIT, COMMIT_FIRST. [client] [repeat: index]';
revoke all on function cards.place_bid(uuid, integer, integer) from public;
grant execute on function cards.place_bid(uuid, integer, integer) to authenticated, service_role;
commit;
