-- Deploy gamekeeper:cards/log/next_event to pg
-- requires: cards/rules/table_state cards/games/game_events cards/numbers/has_seat cards/rules/sha256_hex cards/bots/bot_bid cards/bots/seat_view cards/numbers/card_id cards/bots/bot_card cards/log/fallback_event cards/rules/score_round cards/documents/seat_document cards/log/make_event cards/log/round_event cards/rules/round_seed cards/rules/shuffle cards/rules/deck_count cards/rules/dealt_at cards/rules/deck_hash cards/numbers/card_document
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What the rules leave no choice about, what a bot does and what happens for a player who left.
-- Bots get their own seat's view and a seed of the session seed, the seat, the round and the trick.
create function cards.next_event(game_id uuid, state cards.table_state, strategies jsonb, coming_back integer)
returns cards.game_events
language plpgsql
immutable
parallel safe
as $$
declare
  _seats constant integer := cardinality(next_event.state.player_ids);
  _type text;
  _payload jsonb;
  _seat integer;
  _seed text;
  _deck bytea;
  _hands jsonb;
  _points integer[];
begin
  case next_event.state.phase
    when 'bidding', 'playing' then
      _seat := next_event.state.turn;
      if _seat is null then
        _type := 'bidding_complete';
        _payload := '{}';
      elsif jsonb_typeof(next_event.strategies -> _seat) = 'object' and not cards.has_seat(next_event.state.gone, _seat) then
        _seed := cards.sha256_hex(format(
          '%s:bot:%s:%s:%s', next_event.state.session_seed, _seat, next_event.state.round_index, case when next_event.state.phase = 'playing' then next_event.state.trick_index else -1 end
        ));
        if next_event.state.phase = 'bidding' then
          _type := 'player_bid';
          _payload := jsonb_build_object('bid', cards.bot_bid(cards.seat_view(next_event.state, _seat), next_event.strategies -> _seat, _seed));
        else
          _type := 'card_played';
          _payload := jsonb_build_object('card', cards.card_id(cards.bot_card(cards.seat_view(next_event.state, _seat), next_event.strategies -> _seat, _seed)));
        end if;
      elsif cards.has_seat(next_event.state.gone, _seat) then
        return cards.fallback_event(next_event.game_id, next_event.state);
      else
        return null;
      end if;
      if _seat is not null then
        _payload := _payload || jsonb_build_object('playerId', next_event.state.player_ids[_seat + 1]);
      end if;
    when 'trick_start' then
      return cards.make_event(next_event.game_id, next_event.state.next_index, 'trick_started', jsonb_build_object(
        'trickIndex', next_event.state.trick_index, 'leaderPlayerId', next_event.state.player_ids[next_event.state.leader + 1]
      ));
    when 'trick_end' then
      return cards.make_event(next_event.game_id, next_event.state.next_index, 'trick_completed', jsonb_build_object(
        'trickIndex', next_event.state.trick_index,
        'winningPlayerId', next_event.state.player_ids[next_event.state.best_seat + 1],
        'winningCardId', cards.card_id(next_event.state.best_card)
      ));
    when 'breaking' then
      _type := 'trump_broken';
      _payload := '{}';
    when 'scoring' then
      _points := cards.score_round(next_event.state);
      _type := 'round_scored';
      _payload := jsonb_build_object('deltas', cards.seat_document(next_event.state.player_ids, _points));
      for _at in 1.._seats loop
        _points[_at] := _points[_at] + next_event.state.scores[_at];
      end loop;
      _payload := _payload || jsonb_build_object('cumulativeScores', cards.seat_document(next_event.state.player_ids, _points));
    when 'round_end' then
      for _at in 0.._seats - 1 loop
        if cards.has_seat(next_event.state.gone & next_event.coming_back, _at) then
          return cards.make_event(
            next_event.game_id, next_event.state.next_index, 'player_reconnected',
            jsonb_build_object('playerId', next_event.state.player_ids[_at + 1])
          );
        end if;
      end loop;
      for _at in 0.._seats - 1 loop
        if cards.has_seat(next_event.state.gone & ~next_event.state.marked, _at) then
          return cards.make_event(
            next_event.game_id, next_event.state.next_index, 'player_marked_absent', jsonb_build_object('playerId', next_event.state.player_ids[_at + 1])
          );
        end if;
      end loop;
      return cards.round_event(next_event.game_id, next_event.state);
    when 'dealing' then
      _seed := cards.round_seed(next_event.state.session_seed, next_event.state.round_index);
      _deck := cards.shuffle(_seed, cards.deck_count(_seats));
      select coalesce(jsonb_object_agg(next_event.state.player_ids[s.seat + 1], s.hand), '{}') into _hands
      from (
        select p.seat, jsonb_agg(cards.card_id(get_byte(_deck, cards.dealt_at(d.pass, p.place, p.players))) order by d.pass) as hand
        from (
          select n as seat, (row_number() over (order by n) - 1)::integer as place, (count(*) over ())::integer as players
          from generate_series(0, _seats - 1) as n
          where not cards.has_seat(next_event.state.absent, n)
        ) as p
        cross join generate_series(0, next_event.state.cards_per_player - 1) as d (pass)
        group by p.seat
      ) as s;
      _type := 'cards_dealt';
      _payload := jsonb_build_object('hands', _hands, 'deckStateHash', cards.deck_hash(_seed, _deck));
    when 'revealing' then
      _type := 'trump_revealed';
      _payload := jsonb_build_object('card', cards.card_document(next_event.state.trump_card));
    when 'game_end' then
      _type := 'game_completed';
      _payload := jsonb_build_object('finalScores', cards.seat_document(next_event.state.player_ids, next_event.state.scores));
    else
      return null;
  end case;
  return cards.make_event(next_event.game_id, next_event.state.next_index, _type, _payload);
end
$$;
comment on function cards.next_event(uuid, cards.table_state, jsonb, integer) is
  'The event that happens by itself in that state, where cards.is_due says that one does: what the rules leave no choice about, '
  'a deal, the move of a bot (strategies: an array by seat, null for people), the fallback move of who left. Before a round '
  'begins, those of coming_back, a set of seats, are back, and who is gone is absent. [helper]';
revoke all on function cards.next_event(uuid, cards.table_state, jsonb, integer) from public;
commit;
