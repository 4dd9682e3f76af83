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
    when apply_event.event.event_index is distinct from coalesce(apply_event.state.next_index, 0) then format('the next index is %s', coalesce(apply_event.state.next_index, 0))
    when apply_event.event.type is null or jsonb_typeof(apply_event.event.payload) is distinct from 'object' then 'an event has a type and a payload, which is an object'
    when not apply_event.event.payload ? '_v' then '_v, the version of the payload, is missing'
    when apply_event.event.payload -> '_v' <> '1' then 'this version of the payload is not known'
    when apply_event.state.phase is null and apply_event.event.type <> 'game_created' then 'the first event is game_created'
    when apply_event.state.phase = 'completed' then 'the game is over'
  end;
  if _problem is not null then
    return cards.refuse_event(apply_event.event, _problem);
  end if;

  if apply_event.event.type = 'card_played' then
    _seat := array_position(apply_event.state.player_ids, apply_event.event.payload ->> 'playerId') - 1;
    _card := cards.card_code(coalesce(apply_event.event.payload -> 'card' ->> 'id', apply_event.event.payload ->> 'card'));
    if apply_event.state.phase <> 'playing' then
      return cards.refuse_event(apply_event.event, format('no card is played in phase %s', apply_event.state.phase));
    elsif _seat is null or _seat <> apply_event.state.turn then
      return cards.refuse_event(apply_event.event, 'NOT_PLAYERS_TURN');
    elsif _card is null then
      return cards.refuse_event(apply_event.event, 'card is no card');
    end if;
    _led := apply_event.state.trick[1] % 52 / 13;
    _problem := cards.card_rule(apply_event.state.hands[2 * _seat + 1], apply_event.state.hands[2 * _seat + 2], _card, _led, apply_event.state.trump, apply_event.state.trump_broken);
    if _problem is not null then
      return cards.refuse_event(apply_event.event, _problem);
    end if;
    state.hands[2 * _seat + 1 + _card / 52] := apply_event.state.hands[2 * _seat + 1 + _card / 52] & ~(1::bigint << _card % 52);
    state.seen[1 + _card / 52] := apply_event.state.seen[1 + _card / 52] | (1::bigint << _card % 52);
    state.trick := apply_event.state.trick || _card;
    if _led is null
      or _card % 52 / 13 = apply_event.state.best_card % 52 / 13 and _card % 13 >= apply_event.state.best_card % 13
      or _card % 52 / 13 = apply_event.state.trump and apply_event.state.best_card % 52 / 13 <> apply_event.state.trump
    then
      state.best_seat := _seat;
      state.best_card := _card;
    end if;
    _seats := cardinality(apply_event.state.player_ids);
    if apply_event.state.absent = 0 then
      state.turn := case when cardinality(apply_event.state.trick) < _seats then (_seat + 1) % _seats end;
    else
      state.turn := nullif(cards.next_seat(_seat, _seats, apply_event.state.absent), apply_event.state.leader);
    end if;
    if _led <> apply_event.state.trump and _card % 52 / 13 = apply_event.state.trump and not apply_event.state.trump_broken then
      state.phase := 'breaking';
    elsif apply_event.state.turn is null then
      state.phase := 'trick_end';
    end if;

  elsif apply_event.event.type = 'trick_started' then
    if apply_event.state.phase <> 'trick_start' then
      return cards.refuse_event(apply_event.event, format('no trick starts in phase %s', apply_event.state.phase));
    elsif apply_event.event.payload ->> 'trickIndex' is distinct from apply_event.state.trick_index::text then
      return cards.refuse_event(apply_event.event, format('the next trick is %s', apply_event.state.trick_index));
    elsif apply_event.event.payload ->> 'leaderPlayerId' is distinct from apply_event.state.player_ids[apply_event.state.leader + 1] then
      return cards.refuse_event(apply_event.event, 'leaderPlayerId does not lead this trick');
    end if;
    state.turn := apply_event.state.leader;
    state.phase := 'playing';

  elsif apply_event.event.type = 'trick_completed' then
    if apply_event.state.phase <> 'trick_end' then
      return cards.refuse_event(apply_event.event, format('no trick is complete in phase %s', apply_event.state.phase));
    elsif apply_event.event.payload ->> 'trickIndex' is distinct from apply_event.state.trick_index::text then
      return cards.refuse_event(apply_event.event, format('the present trick is %s', apply_event.state.trick_index));
    elsif apply_event.event.payload ->> 'winningPlayerId' is distinct from apply_event.state.player_ids[apply_event.state.best_seat + 1] then
      return cards.refuse_event(apply_event.event, 'winningPlayerId did not win this trick');
    elsif apply_event.event.payload ->> 'winningCardId' is distinct from cards.card_id(apply_event.state.best_card) then
      return cards.refuse_event(apply_event.event, 'winningCardId did not win this trick');
    end if;
    state.tricks[state.best_seat + 1] := apply_event.state.tricks[apply_event.state.best_seat + 1] + 1;
    state.leader := apply_event.state.best_seat;
    state.best_seat := null;
    state.best_card := null;
    state.trick := '{}';
    state.trick_index := apply_event.state.trick_index + 1;
    state.phase := case when apply_event.state.trick_index = apply_event.state.cards_per_player then 'scoring' else 'trick_start' end;

  elsif apply_event.event.type = 'player_bid' then
    _seat := array_position(apply_event.state.player_ids, apply_event.event.payload ->> 'playerId') - 1;
    if apply_event.state.phase <> 'bidding' then
      return cards.refuse_event(apply_event.event, format('no bid is made in phase %s', apply_event.state.phase));
    elsif _seat is null or apply_event.state.turn is null or _seat <> apply_event.state.turn then
      return cards.refuse_event(apply_event.event, 'NOT_PLAYERS_TURN');
    elsif jsonb_typeof(apply_event.event.payload -> 'bid') is distinct from 'number' or apply_event.event.payload ->> 'bid' !~ '^(10|[0-9])$' then
      return cards.refuse_event(apply_event.event, 'INVALID_BID');
    elsif (apply_event.event.payload ->> 'bid')::integer > apply_event.state.cards_per_player then
      return cards.refuse_event(apply_event.event, 'INVALID_BID');
    end if;
    state.bids[_seat + 1] := (apply_event.event.payload ->> 'bid')::integer;
    state.turn := nullif(cards.next_seat(_seat, cardinality(apply_event.state.player_ids), apply_event.state.absent), apply_event.state.starter);

  elsif apply_event.event.type = 'invalid_action' then
    _seat := array_position(apply_event.state.player_ids, apply_event.event.payload ->> 'playerId') - 1;
    if _seat is null then
      return cards.refuse_event(apply_event.event, 'the player has no seat');
    elsif not apply_event.event.payload ?& '{action,reason}' then
      return cards.refuse_event(apply_event.event, 'action and reason must be given');
    end if;
    state.misplays[_seat + 1] := apply_event.state.misplays[_seat + 1] + 1;

  elsif apply_event.event.type = 'bidding_complete' then
    if apply_event.state.phase <> 'bidding' or apply_event.state.turn is not null then
      return cards.refuse_event(apply_event.event, 'the bidding is not complete');
    end if;
    state.phase := case when apply_event.state.starter is null then 'scoring' else 'trick_start' end;

  elsif apply_event.event.type = 'trump_broken' then
    if apply_event.state.phase <> 'breaking' then
      return cards.refuse_event(apply_event.event, 'trump is not broken by this card');
    end if;
    state.trump_broken := true;
    state.phase := case when apply_event.state.turn is null then 'trick_end' else 'playing' end;

  elsif apply_event.event.type in ('round_started', 'cards_dealt', 'trump_revealed') then
    state := cards.apply_deal_event(apply_event.state, apply_event.event);

  elsif apply_event.event.type = 'round_scored' then
    if apply_event.state.phase <> 'scoring' then
      return cards.refuse_event(apply_event.event, format('no round is scored in phase %s', apply_event.state.phase));
    end if;
    _points := cards.score_round(apply_event.state);
    if apply_event.event.payload -> 'deltas' is distinct from cards.seat_document(apply_event.state.player_ids, _points) then
      return cards.refuse_event(apply_event.event, 'deltas are not the points of this round');
    end if;
    state.past_deltas := apply_event.state.past_deltas || _points::smallint[];
    for _at in 1..cardinality(apply_event.state.player_ids) loop
      state.scores[_at] := apply_event.state.scores[_at] + _points[_at];
    end loop;
    if apply_event.event.payload -> 'cumulativeScores' is distinct from cards.seat_document(apply_event.state.player_ids, apply_event.state.scores) then
      return cards.refuse_event(apply_event.event, 'cumulativeScores are not the points so far');
    end if;
    state.past_bids := apply_event.state.past_bids || apply_event.state.bids::smallint[];
    state.past_tricks := apply_event.state.past_tricks || apply_event.state.tricks::smallint[];
    state.past_trumps := apply_event.state.past_trumps || apply_event.state.trump::smallint;
    state.phase := case when apply_event.state.round_index = 9 then 'game_end' else 'round_end' end;

  elsif apply_event.event.type = 'game_completed' then
    if apply_event.state.phase <> 'game_end' then
      return cards.refuse_event(apply_event.event, 'ten rounds have not been scored');
    elsif apply_event.event.payload -> 'finalScores' is distinct from cards.seat_document(apply_event.state.player_ids, apply_event.state.scores) then
      return cards.refuse_event(apply_event.event, 'finalScores are not the points of the game');
    end if;
    state.phase := 'completed';

  elsif apply_event.event.type in (
    'game_created', 'player_joined', 'player_left', 'player_disconnected', 'player_reconnected', 'player_became_spectator',
    'player_ready', 'player_unready', 'player_kicked', 'player_marked_absent', 'profile_updated'
  ) then
    state := cards.apply_member_event(apply_event.state, apply_event.event);

  else
    return cards.refuse_event(apply_event.event, 'this type of event is not known');
  end if;

  state.next_index := apply_event.event.event_index + 1;
  return state;
end
$$;
comment on function cards.apply_event(cards.table_state, cards.game_events) is
  'The one reducer: the state after an event, from the state before it (null before the first). Pure; validates the transition, and raises with the event''s index and the reason when the event does not follow. Raises: REPLAY_ERROR.';
revoke all on function cards.apply_event(cards.table_state, cards.game_events) from public;
grant execute on function cards.apply_event(cards.table_state, cards.game_events) to authenticated, service_role;
commit;
