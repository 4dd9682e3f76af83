-- Deploy gamekeeper:cards/log/apply_deal_event to pg
-- requires: cards/rules/table_state cards/games/game_events cards/log/refuse_event cards/rules/next_seat cards/rules/sha256_hex cards/rules/shuffle cards/rules/deck_hash cards/rules/card_id cards/rules/card_code cards/rules/card_document
begin;
set local role gamekeeper;
-- The reducer's part for the start of a round: round_started, cards_dealt, trump_revealed; called by
-- cards.apply_event only. With the sha256 shuffle every card has to follow from the session seed; with
-- the external one the deal only has to be possible. A hand lists its cards in the order in which they were dealt.
create function cards.apply_deal_event(state cards.table_state, event cards.game_events)
returns cards.table_state
language plpgsql
immutable
parallel safe
set search_path = pg_temp
as $$
declare
  _payload constant jsonb := apply_deal_event.event.payload;
  _seats constant integer := cardinality(apply_deal_event.state.player_ids);
  _decks constant integer := case when _seats > 5 then 2 else 1 end;
  _round integer;
  _card integer;
  _present integer;
  _players text[] := array[]::text[];
  _slots integer[];
  _slot integer;
  _id text;
  _seed text;
  _deck bytea;
  _hands bigint[];
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
    _round := coalesce(apply_deal_event.state.round_index + 1, 0);
    state.absent := apply_deal_event.state.gone;
    state.dealer := (apply_deal_event.state.starting_seat + _round) % _seats;
    state.starter := cards.next_seat(apply_deal_event.state.dealer, _seats, apply_deal_event.state.absent);
    if _payload ->> 'roundIndex' is distinct from _round::text then
      return cards.refuse_event(apply_deal_event.event, format('the next round is %s', _round));
    elsif _payload ->> 'cardsPerPlayer' is distinct from (10 - _round)::text then
      return cards.refuse_event(apply_deal_event.event, format('cardsPerPlayer of this round is %s', 10 - _round));
    elsif _payload ->> 'dealerPlayerId' is distinct from apply_deal_event.state.player_ids[apply_deal_event.state.dealer + 1] then
      return cards.refuse_event(apply_deal_event.event, 'dealerPlayerId is not the dealer of this round');
    elsif _payload ->> 'startingPlayerId' is distinct from apply_deal_event.state.player_ids[apply_deal_event.state.starter + 1] or not _payload ? 'startingPlayerId' then
      return cards.refuse_event(apply_deal_event.event, 'startingPlayerId is not the player to the dealer''s left');
    elsif jsonb_typeof(_payload -> 'roundSeed') is distinct from 'string' then
      return cards.refuse_event(apply_deal_event.event, 'roundSeed must be a text');
    elsif not apply_deal_event.state.is_external and _payload ->> 'roundSeed' <> cards.sha256_hex(apply_deal_event.state.session_seed || ':' || _round) then
      return cards.refuse_event(apply_deal_event.event, 'roundSeed does not follow from the session seed');
    end if;
    state.round_index := _round;
    state.cards_per_player := 10 - _round;
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
    for _at in 0.._seats - 1 loop
      if apply_deal_event.state.absent >> _at & 1 = 0 then
        _players := _players || apply_deal_event.state.player_ids[_at + 1];
        _slots := _slots || 2 * _at + 1;
        if jsonb_typeof(_payload -> 'hands' -> apply_deal_event.state.player_ids[_at + 1]) is distinct from 'array' then
          return cards.refuse_event(apply_deal_event.event, 'somebody who takes part has no hand');
        elsif jsonb_array_length(_payload -> 'hands' -> apply_deal_event.state.player_ids[_at + 1]) <> apply_deal_event.state.cards_per_player then
          return cards.refuse_event(apply_deal_event.event, format('each hand must hold %s cards', apply_deal_event.state.cards_per_player));
        end if;
      end if;
    end loop;
    if exists (select from jsonb_object_keys(_payload -> 'hands') as k where k <> all (_players)) then
      return cards.refuse_event(apply_deal_event.event, 'hands name somebody who takes no part in the round');
    end if;
    _present := cardinality(_players);
    if not apply_deal_event.state.is_external then
      _seed := cards.sha256_hex(apply_deal_event.state.session_seed || ':' || apply_deal_event.state.round_index);
      _deck := cards.shuffle(_seed, _decks);
      if _payload ->> 'deckStateHash' <> cards.deck_hash(_seed, _deck) then
        return cards.refuse_event(apply_deal_event.event, 'deckStateHash does not follow from the seed');
      end if;
      state.trump_card := get_byte(_deck, _present * apply_deal_event.state.cards_per_player);
    end if;
    _hands := array_fill(0::bigint, array[2 * _seats]);
    for _at in 0.._present * apply_deal_event.state.cards_per_player - 1 loop
      _id := _payload -> 'hands' -> _players[_at % _present + 1] ->> _at / _present;
      if not apply_deal_event.state.is_external then
        _card := get_byte(_deck, _at);
        if _id is distinct from cards.card_id(_card) then
          return cards.refuse_event(apply_deal_event.event, 'the deal does not follow from the seed');
        end if;
      else
        _card := cards.card_code(_id);
        if _card is null or _card >= 52 * _decks then
          return cards.refuse_event(apply_deal_event.event, 'hands hold what is no card of this game');
        elsif _dealt[1 + _card / 52] >> _card % 52 & 1 = 1 then
          return cards.refuse_event(apply_deal_event.event, 'a card is dealt twice');
        end if;
        _dealt[1 + _card / 52] := _dealt[1 + _card / 52] | (1::bigint << _card % 52);
      end if;
      _slot := _slots[_at % _present + 1] + _card / 52;
      _hands[_slot] := _hands[_slot] | (1::bigint << _card % 52);
    end loop;
    state.hands := _hands;
    state.phase := 'revealing';

  else
    if apply_deal_event.state.phase <> 'revealing' then
      return cards.refuse_event(apply_deal_event.event, format('no trump is revealed in phase %s', apply_deal_event.state.phase));
    end if;
    _card := cards.card_code(_payload -> 'card' ->> 'id');
    if _card is null or _card >= 52 * _decks then
      return cards.refuse_event(apply_deal_event.event, 'card is no card of this game');
    elsif _payload -> 'card' is distinct from cards.card_document(_card) then
      return cards.refuse_event(apply_deal_event.event, 'suit, rank and deckIndex of the card must fit its id');
    elsif _card <> apply_deal_event.state.trump_card then
      return cards.refuse_event(apply_deal_event.event, 'the trump does not follow from the seed');
    end if;
    state.tricks := array_fill(0, array[_seats]);
    for _at in 0.._seats - 1 loop
      if apply_deal_event.state.absent >> _at & 1 = 1 then
        state.tricks[_at + 1] := null;
      elsif apply_deal_event.state.hands[2 * _at + 1 + _card / 52] >> _card % 52 & 1 = 1 then
        return cards.refuse_event(apply_deal_event.event, 'the trump is in a hand');
      end if;
    end loop;
    state.trump_card := _card;
    state.trump := _card % 52 / 13;
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
  'The reducer''s part for round_started, cards_dealt and trump_revealed; leaves next_index to cards.apply_event. Raises: REPLAY_ERROR.';
revoke all on function cards.apply_deal_event(cards.table_state, cards.game_events) from public;
grant execute on function cards.apply_deal_event(cards.table_state, cards.game_events) to authenticated, service_role;
commit;
