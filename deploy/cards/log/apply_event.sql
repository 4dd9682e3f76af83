-- Deploy gamekeeper:cards/log/apply_event to pg
-- requires: cards/rules/table_state cards/games/game_events cards/documents/is_profile_event cards/documents/payload_version cards/log/refuse_event cards/numbers/card_code cards/numbers/card_suit cards/rules/card_rule cards/numbers/hand_at cards/numbers/card_deck cards/numbers/card_bit cards/rules/wins_trick cards/numbers/next_seat cards/numbers/card_id cards/rules/bid_rule cards/log/apply_deal_event cards/rules/score_round cards/documents/seat_document cards/rules/round_count cards/log/apply_member_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The one reducer: live play, replay, import, append and verification all go through it. Pure: it reads
-- nothing but its arguments. Bids and tricks are handled here, the most frequent events first. It runs once
-- for every event, so it sets no search path: nobody but our own functions may call it, and these have pinned theirs.
-- The numbers of cards, hands and seats: cards/rules/table_state. The phases: docs/cards.md, "Phases".
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
  _suit integer;
  _bit bigint;
  _led integer;
  _bid integer;
  _slot integer;
  _problem text;
  _points integer[];
begin
  -- of nearly every event this much alone is asked
  if (
    apply_event.event.event_index = apply_event.state.next_index
    and apply_event.event.payload ->> '_v' = '1'
    and apply_event.state.phase <> all ('{completed,voided}')
    and not cards.is_profile_event(apply_event.event.type)
  ) is not true then
    _problem := case
      when apply_event.event.event_index is distinct from coalesce(apply_event.state.next_index, 0) then format('the next index is %s', coalesce(apply_event.state.next_index, 0))
      when apply_event.event.type is null or jsonb_typeof(apply_event.event.payload) is distinct from 'object' then 'an event has a type and a payload, which is an object'
      when not apply_event.event.payload ? '_v' then '_v, the version of the payload, is missing'
      when apply_event.event.payload ->> '_v' <> cards.payload_version(apply_event.event.type)::text then 'this version of the payload is not known'
      when apply_event.state.phase is null and apply_event.event.type <> 'game_created' then 'the first event is game_created'
      when apply_event.state.phase in ('completed', 'voided') then 'the game is over'
    end;
    if _problem is not null then
      return cards.refuse_event(apply_event.event, _problem);
    end if;
  end if;

  if apply_event.event.type = 'card_played' then
    _seat := array_position(apply_event.state.player_ids, apply_event.event.payload ->> 'playerId') - 1;
    _card := cards.card_code(apply_event.event.payload ->> 'card');
    if _card is null then
      _card := cards.card_code(apply_event.event.payload -> 'card' ->> 'id');
    end if;
    _suit := cards.card_suit(_card);
    _led := cards.card_suit(apply_event.state.trick[1]);
    _bit := cards.card_bit(_card);
    _slot := cards.hand_at(_seat, cards.card_deck(_card));
    -- A card of the suit that was led, or one that leads and is no trump, breaks no rule; the rest of the rule is not asked.
    if (
      apply_event.state.phase = 'playing' and apply_event.state.turn = _seat and (apply_event.state.hands[_slot] & _bit) <> 0
      and (_suit = _led or _led is null and _suit <> apply_event.state.trump)
    ) is not true then
      _problem := case
        when _card is null then '"card" is not the id of a card'
        else cards.card_rule(
          apply_event.state.phase, apply_event.state.turn, _seat, apply_event.state.hands[cards.hand_at(_seat, 0)], apply_event.state.hands[cards.hand_at(_seat, 1)],
          _card, _led, apply_event.state.trump, apply_event.state.trump_broken
        )
      end;
      if _problem is not null then
        return cards.refuse_event(apply_event.event, _problem);
      end if;
    end if;
    state.hands[_slot] := apply_event.state.hands[_slot] & ~_bit;
    _slot := cards.card_deck(_card) + 1;
    state.seen[_slot] := apply_event.state.seen[_slot] | _bit;
    state.trick := apply_event.state.trick || _card;
    if cards.wins_trick(_card, apply_event.state.best_card, apply_event.state.trump) then
      state.best_seat := _seat;
      state.best_card := _card;
    end if;
    _seats := cardinality(apply_event.state.player_ids);
    if apply_event.state.absent = 0 then
      state.turn := case when cardinality(apply_event.state.trick) < _seats then (_seat + 1) % _seats end;
    else
      state.turn := nullif(cards.next_seat(_seat, _seats, apply_event.state.absent), apply_event.state.leader);
    end if;
    if _suit = apply_event.state.trump and _led <> _suit and not apply_event.state.trump_broken then
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
    _bid := case
      when jsonb_typeof(apply_event.event.payload -> 'bid') = 'number' and apply_event.event.payload ->> 'bid' ~ '^[0-9]{1,2}$' then (apply_event.event.payload ->> 'bid')::integer
    end;
    _problem := case
      when _seat is null then 'NOT_PLAYERS_TURN'
      else cards.bid_rule(apply_event.state.phase, apply_event.state.turn, _seat, _bid, apply_event.state.cards_per_player)
    end;
    if _problem is not null then
      return cards.refuse_event(apply_event.event, _problem);
    end if;
    state.bids[_seat + 1] := _bid;
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
    state.phase := case when apply_event.state.round_index = cards.round_count() - 1 then 'game_end' else 'round_end' end;

  elsif apply_event.event.type = 'game_completed' then
    if apply_event.state.phase <> 'game_end' then
      return cards.refuse_event(apply_event.event, 'ten rounds have not been scored');
    elsif apply_event.event.payload -> 'finalScores' is distinct from cards.seat_document(apply_event.state.player_ids, apply_event.state.scores) then
      return cards.refuse_event(apply_event.event, 'finalScores are not the points of the game');
    end if;
    state.phase := 'completed';

  elsif apply_event.event.type = 'game_voided' then
    if jsonb_typeof(apply_event.event.payload -> 'reason') is distinct from 'string' then
      return cards.refuse_event(apply_event.event, 'reason must be given');
    end if;
    state.turn := null;
    state.phase := 'voided';

  elsif apply_event.event.type in (
    'game_created', 'player_joined', 'player_left', 'player_disconnected', 'player_reconnected', 'player_became_spectator',
    'player_ready', 'player_unready', 'player_kicked', 'player_marked_absent', 'player_replaced', 'profile_updated'
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
  'The one reducer: the state after an event, from the state before it (null before the first). Pure; validates the '
  'transition, and raises with the event''s index and the reason when the event does not follow. Raises: '
  'REPLAY_ERROR. [helper]';
revoke all on function cards.apply_event(cards.table_state, cards.game_events) from public;
commit;
