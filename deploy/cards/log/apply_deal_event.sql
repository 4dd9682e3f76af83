-- Deploy gamekeeper:cards/log/apply_deal_event to pg
-- requires: cards/rules/table_state cards/games/game_events cards/rules/deck_count cards/log/refuse_event cards/documents/round_document cards/numbers/count_seats cards/rules/round_seed cards/rules/shuffle cards/rules/deck_hash cards/rules/dealt_at cards/numbers/has_seat cards/numbers/card_id cards/numbers/card_code cards/numbers/card_deck cards/numbers/has_card cards/numbers/card_bit cards/numbers/hand_at cards/numbers/card_document cards/numbers/card_suit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The reducer's part for the start of a round: round_started, cards_dealt, trump_revealed; called by
-- cards.apply_event only. With the sha256 shuffle every card has to follow from the session seed; with
-- the external one the deal only has to be possible. A hand lists its cards in the order in which they were dealt.
create function cards.apply_deal_event(state cards.table_state, event cards.game_events)
returns cards.table_state
language plpgsql
immutable
parallel safe
as $$
declare
  _payload constant jsonb := apply_deal_event.event.payload;
  _seats constant integer := cardinality(apply_deal_event.state.player_ids);
  _decks constant integer := cards.deck_count(_seats);
  _facts jsonb;
  _key text;
  _card integer;
  _players integer;
  _place integer := 0;
  _hand jsonb;
  _slot integer;
  _seed text;
  _deck bytea;
  _dealt bigint[] := array[0, 0]::bigint[];
begin
  if apply_deal_event.event.type = 'round_started' then
    if apply_deal_event.state.phase = 'lobby' then
      if _seats < apply_deal_event.state.min_players then
        return cards.refuse_event(apply_deal_event.event, format('%s players are needed', apply_deal_event.state.min_players));
      end if;
      state.past_trumps := '{}';
      state.past_bids := '{}';
      state.past_tricks := '{}';
      state.past_deltas := '{}';
    elsif apply_deal_event.state.phase <> 'round_end' then
      return cards.refuse_event(apply_deal_event.event, format('no round can start in phase %s', apply_deal_event.state.phase));
    end if;
    _facts := cards.round_document(apply_deal_event.state);
    foreach _key in array '{roundIndex,cardsPerPlayer,dealerPlayerId,startingPlayerId}'::text[] loop
      if _payload -> _key is distinct from _facts -> _key then
        return cards.refuse_event(apply_deal_event.event, format('%s must be %s', _key, _facts -> _key));
      end if;
    end loop;
    if jsonb_typeof(_payload -> 'roundSeed') is distinct from 'string' then
      return cards.refuse_event(apply_deal_event.event, 'roundSeed must be a text');
    elsif not apply_deal_event.state.is_external and _payload -> 'roundSeed' <> _facts -> 'roundSeed' then
      return cards.refuse_event(apply_deal_event.event, 'roundSeed does not follow from the session seed');
    end if;
    state.round_index := (_facts ->> 'roundIndex')::integer;
    state.cards_per_player := (_facts ->> 'cardsPerPlayer')::integer;
    state.dealer := array_position(apply_deal_event.state.player_ids, _facts ->> 'dealerPlayerId') - 1;
    state.starter := array_position(apply_deal_event.state.player_ids, _facts ->> 'startingPlayerId') - 1;
    state.absent := apply_deal_event.state.gone;
    state.phase := 'dealing';
    state.trump_card := null;
    state.trump := null;
    state.trump_broken := false;
    state.hands := null;
    state.bids := null;
    state.tricks := null;
    state.turn := null;
    state.trick := '{}';
    state.trick_index := null;
    state.leader := null;
    state.best_seat := null;
    state.best_card := null;
    state.seen := null;
  elsif apply_deal_event.event.type = 'cards_dealt' then
    if apply_deal_event.state.phase <> 'dealing' then
      return cards.refuse_event(apply_deal_event.event, format('no cards are dealt in phase %s', apply_deal_event.state.phase));
    elsif jsonb_typeof(_payload -> 'hands') is distinct from 'object' then
      return cards.refuse_event(apply_deal_event.event, 'hands must be an object');
    elsif jsonb_typeof(_payload -> 'deckStateHash') is distinct from 'string' then
      return cards.refuse_event(apply_deal_event.event, 'deckStateHash must be a text');
    end if;
    _players := _seats - cards.count_seats(apply_deal_event.state.absent);
    if not apply_deal_event.state.is_external then
      _seed := cards.round_seed(apply_deal_event.state.session_seed, apply_deal_event.state.round_index);
      _deck := cards.shuffle(_seed, _decks);
      if _payload ->> 'deckStateHash' <> cards.deck_hash(_seed, _deck) then
        return cards.refuse_event(apply_deal_event.event, 'deckStateHash does not follow from the seed');
      end if;
      state.trump_card := get_byte(_deck, cards.dealt_at(apply_deal_event.state.cards_per_player, 0, _players));
    end if;
    state.hands := array_fill(0::bigint, array[2 * _seats]);
    for _seat in 0.._seats - 1 loop
      continue when cards.has_seat(apply_deal_event.state.absent, _seat);
      _hand := _payload -> 'hands' -> apply_deal_event.state.player_ids[_seat + 1];
      if jsonb_typeof(_hand) is distinct from 'array' then
        return cards.refuse_event(apply_deal_event.event, 'somebody who takes part has no hand');
      elsif jsonb_array_length(_hand) <> apply_deal_event.state.cards_per_player then
        return cards.refuse_event(apply_deal_event.event, format('each hand must hold %s cards', apply_deal_event.state.cards_per_player));
      end if;
      for _pass in 0..apply_deal_event.state.cards_per_player - 1 loop
        if not apply_deal_event.state.is_external then
          _card := get_byte(_deck, cards.dealt_at(_pass, _place, _players));
          if _hand ->> _pass is distinct from cards.card_id(_card) then
            return cards.refuse_event(apply_deal_event.event, 'the deal does not follow from the seed');
          end if;
        else
          _card := cards.card_code(_hand ->> _pass);
          if _card is null or cards.card_deck(_card) >= _decks then
            return cards.refuse_event(apply_deal_event.event, 'hands hold what is not a card of this game');
          elsif cards.has_card(_dealt[1], _dealt[2], _card) then
            return cards.refuse_event(apply_deal_event.event, 'a card is dealt twice');
          end if;
          _slot := cards.card_deck(_card) + 1;
          _dealt[_slot] := _dealt[_slot] | cards.card_bit(_card);
        end if;
        _slot := cards.hand_at(_seat, cards.card_deck(_card));
        state.hands[_slot] := apply_deal_event.state.hands[_slot] | cards.card_bit(_card);
      end loop;
      _place := _place + 1;
    end loop;
    if (select count(*) from jsonb_object_keys(_payload -> 'hands')) <> _players then
      return cards.refuse_event(apply_deal_event.event, 'hands name somebody who takes no part in the round');
    end if;
    state.phase := 'revealing';
  else
    if apply_deal_event.state.phase <> 'revealing' then
      return cards.refuse_event(apply_deal_event.event, format('no trump is revealed in phase %s', apply_deal_event.state.phase));
    end if;
    _card := cards.card_code(_payload -> 'card' ->> 'id');
    if _card is null or cards.card_deck(_card) >= _decks then
      return cards.refuse_event(apply_deal_event.event, '"card" is not a card of this game');
    elsif _payload -> 'card' is distinct from cards.card_document(_card) then
      return cards.refuse_event(apply_deal_event.event, 'suit, rank and deckIndex of the card must fit its id');
    elsif _card <> apply_deal_event.state.trump_card then
      return cards.refuse_event(apply_deal_event.event, 'the trump does not follow from the seed');
    end if;
    state.tricks := array_fill(0, array[_seats]);
    for _seat in 0.._seats - 1 loop
      if cards.has_seat(apply_deal_event.state.absent, _seat) then
        state.tricks[_seat + 1] := null;
      elsif cards.has_card(apply_deal_event.state.hands[cards.hand_at(_seat, 0)], apply_deal_event.state.hands[cards.hand_at(_seat, 1)], _card) then
        return cards.refuse_event(apply_deal_event.event, 'the trump is in a hand');
      end if;
    end loop;
    state.trump_card := _card;
    state.trump := cards.card_suit(_card);
    state.bids := array_fill(null::integer, array[_seats]);
    state.seen := '{0,0}';
    state.turn := apply_deal_event.state.starter;
    state.leader := apply_deal_event.state.starter;
    state.trick_index := 0;
    state.phase := 'bidding';
  end if;
  return state;
end
$$;
comment on function cards.apply_deal_event(cards.table_state, cards.game_events) is
  'The reducer''s part for round_started, cards_dealt and trump_revealed; leaves next_index to cards.apply_event. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.apply_deal_event(cards.table_state, cards.game_events) from public;
commit;
