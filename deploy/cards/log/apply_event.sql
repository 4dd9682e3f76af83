-- Deploy gamekeeper:cards/log/apply_event to pg
-- requires: cards/rules/table_state cards/games/game_events cards/log/refuse_event cards/rules/card_code cards/rules/card_rule cards/rules/next_seat cards/rules/card_id cards/log/apply_deal_event cards/rules/score_round cards/documents/seat_document cards/log/apply_member_event
begin;
set local role gamekeeper;
-- The one reducer: live play, replay, import, append and verification all go through it. Pure: it reads
-- nothing but its arguments. Bids and tricks are handled here, the most frequent events first. It runs once per
-- event, so it does without a search path of its own; its declarations name no type that a caller's schema
-- could hold, and its expressions are bound anew under each path.
create function cards.apply_event(state cards.table_state, event cards.game_events)
returns cards.table_state
language plpgsql
immutable
parallel safe
as $$
declare
  _seats integer;
  _seat integer;
  _card integer;
  _led integer;
  _problem pg_catalog.text;
  _points integer[];
begin
  _problem := case
    when event.event_index is distinct from coalesce(state.next_index, 0) then format('the next index is %s', coalesce(state.next_index, 0))
    when event.type is null or jsonb_typeof(event.payload) is distinct from 'object' then 'an event has a type and a payload, which is an object'
    when not event.payload ? '_v' then '_v, the version of the payload, is missing'
    when event.payload -> '_v' <> '1' then 'this version of the payload is not known'
    when state.phase is null and event.type <> 'game_created' then 'the first event is game_created'
    when state.phase = 'completed' then 'the game is over'
  end;
  if _problem is not null then
    return cards.refuse_event(event, _problem);
  end if;

  if event.type = 'card_played' then
    _seat := array_position(state.player_ids, event.payload ->> 'playerId') - 1;
    _card := cards.card_code(coalesce(event.payload -> 'card' ->> 'id', event.payload ->> 'card'));
    if state.phase <> 'playing' then
      return cards.refuse_event(event, format('no card is played in phase %s', state.phase));
    elsif _seat is null or _seat <> state.turn then
      return cards.refuse_event(event, 'NOT_PLAYERS_TURN');
    elsif _card is null then
      return cards.refuse_event(event, 'card is no card');
    end if;
    _led := state.trick[1] % 52 / 13;
    _problem := cards.card_rule(state.hands[2 * _seat + 1], state.hands[2 * _seat + 2], _card, _led, state.trump, state.trump_broken);
    if _problem is not null then
      return cards.refuse_event(event, _problem);
    end if;
    state.hands[2 * _seat + 1 + _card / 52] := state.hands[2 * _seat + 1 + _card / 52] & ~(1::bigint << _card % 52);
    state.seen[1 + _card / 52] := state.seen[1 + _card / 52] | (1::bigint << _card % 52);
    state.trick := state.trick || _card;
    if _led is null
      or _card % 52 / 13 = state.best_card % 52 / 13 and _card % 13 >= state.best_card % 13
      or _card % 52 / 13 = state.trump and state.best_card % 52 / 13 <> state.trump
    then
      state.best_seat := _seat;
      state.best_card := _card;
    end if;
    _seats := cardinality(state.player_ids);
    if state.absent = 0 then
      state.turn := case when cardinality(state.trick) < _seats then (_seat + 1) % _seats end;
    else
      state.turn := nullif(cards.next_seat(_seat, _seats, state.absent), state.leader);
    end if;
    if _led <> state.trump and _card % 52 / 13 = state.trump and not state.trump_broken then
      state.phase := 'breaking';
    elsif state.turn is null then
      state.phase := 'trick_end';
    end if;

  elsif event.type = 'trick_started' then
    if state.phase <> 'trick_start' then
      return cards.refuse_event(event, format('no trick starts in phase %s', state.phase));
    elsif event.payload ->> 'trickIndex' is distinct from state.trick_index::text then
      return cards.refuse_event(event, format('the next trick is %s', state.trick_index));
    elsif event.payload ->> 'leaderPlayerId' is distinct from state.player_ids[state.leader + 1] then
      return cards.refuse_event(event, 'leaderPlayerId does not lead this trick');
    end if;
    state.turn := state.leader;
    state.phase := 'playing';

  elsif event.type = 'trick_completed' then
    if state.phase <> 'trick_end' then
      return cards.refuse_event(event, format('no trick is complete in phase %s', state.phase));
    elsif event.payload ->> 'trickIndex' is distinct from state.trick_index::text then
      return cards.refuse_event(event, format('the present trick is %s', state.trick_index));
    elsif event.payload ->> 'winningPlayerId' is distinct from state.player_ids[state.best_seat + 1] then
      return cards.refuse_event(event, 'winningPlayerId did not win this trick');
    elsif event.payload ->> 'winningCardId' is distinct from cards.card_id(state.best_card) then
      return cards.refuse_event(event, 'winningCardId did not win this trick');
    end if;
    state.tricks[state.best_seat + 1] := state.tricks[state.best_seat + 1] + 1;
    state.leader := state.best_seat;
    state.best_seat := null;
    state.best_card := null;
    state.trick := '{}';
    state.trick_index := state.trick_index + 1;
    state.phase := case when state.trick_index = state.cards_per_player then 'scoring' else 'trick_start' end;

  elsif event.type = 'player_bid' then
    _seat := array_position(state.player_ids, event.payload ->> 'playerId') - 1;
    if state.phase <> 'bidding' then
      return cards.refuse_event(event, format('no bid is made in phase %s', state.phase));
    elsif _seat is null or state.turn is null or _seat <> state.turn then
      return cards.refuse_event(event, 'NOT_PLAYERS_TURN');
    elsif jsonb_typeof(event.payload -> 'bid') is distinct from 'number' or event.payload ->> 'bid' !~ '^(10|[0-9])$' then
      return cards.refuse_event(event, 'INVALID_BID');
    elsif (event.payload ->> 'bid')::integer > state.cards_per_player then
      return cards.refuse_event(event, 'INVALID_BID');
    end if;
    state.bids[_seat + 1] := (event.payload ->> 'bid')::integer;
    state.turn := nullif(cards.next_seat(_seat, cardinality(state.player_ids), state.absent), state.starter);

  elsif event.type = 'invalid_action' then
    _seat := array_position(state.player_ids, event.payload ->> 'playerId') - 1;
    if _seat is null then
      return cards.refuse_event(event, 'the player has no seat');
    elsif not event.payload ?& '{action,reason}' then
      return cards.refuse_event(event, 'action and reason must be given');
    end if;
    state.misplays[_seat + 1] := state.misplays[_seat + 1] + 1;

  elsif event.type = 'bidding_complete' then
    if state.phase <> 'bidding' or state.turn is not null then
      return cards.refuse_event(event, 'the bidding is not complete');
    end if;
    state.phase := case when state.starter is null then 'scoring' else 'trick_start' end;

  elsif event.type = 'trump_broken' then
    if state.phase <> 'breaking' then
      return cards.refuse_event(event, 'trump is not broken by this card');
    end if;
    state.trump_broken := true;
    state.phase := case when state.turn is null then 'trick_end' else 'playing' end;

  elsif event.type in ('round_started', 'cards_dealt', 'trump_revealed') then
    state := cards.apply_deal_event(state, event);

  elsif event.type = 'round_scored' then
    if state.phase <> 'scoring' then
      return cards.refuse_event(event, format('no round is scored in phase %s', state.phase));
    end if;
    _points := cards.score_round(state);
    if event.payload -> 'deltas' is distinct from cards.seat_document(state.player_ids, _points) then
      return cards.refuse_event(event, 'deltas are not the points of this round');
    end if;
    state.past_deltas := state.past_deltas || _points::smallint[];
    for _at in 1..cardinality(state.player_ids) loop
      state.scores[_at] := state.scores[_at] + _points[_at];
    end loop;
    if event.payload -> 'cumulativeScores' is distinct from cards.seat_document(state.player_ids, state.scores) then
      return cards.refuse_event(event, 'cumulativeScores are not the points so far');
    end if;
    state.past_bids := state.past_bids || state.bids::smallint[];
    state.past_tricks := state.past_tricks || state.tricks::smallint[];
    state.past_trumps := state.past_trumps || state.trump::smallint;
    state.phase := case when state.round_index = 9 then 'game_end' else 'round_end' end;

  elsif event.type = 'game_completed' then
    if state.phase <> 'game_end' then
      return cards.refuse_event(event, 'ten rounds have not been scored');
    elsif event.payload -> 'finalScores' is distinct from cards.seat_document(state.player_ids, state.scores) then
      return cards.refuse_event(event, 'finalScores are not the points of the game');
    end if;
    state.phase := 'completed';

  elsif event.type in (
    'game_created', 'player_joined', 'player_left', 'player_disconnected', 'player_reconnected', 'player_became_spectator',
    'player_ready', 'player_unready', 'player_kicked', 'player_marked_absent', 'profile_updated'
  ) then
    state := cards.apply_member_event(state, event);

  else
    return cards.refuse_event(event, 'this type of event is not known');
  end if;

  state.next_index := event.event_index + 1;
  return state;
end
$$;
comment on function cards.apply_event(cards.table_state, cards.game_events) is
  'The one reducer: the state after an event, from the state before it (null before the first). Pure; validates the transition, and raises with the event''s index and the reason when the event does not follow. Raises: REPLAY_ERROR.';
revoke all on function cards.apply_event(cards.table_state, cards.game_events) from public;
grant execute on function cards.apply_event(cards.table_state, cards.game_events) to authenticated, service_role;
commit;
