-- Following suit, leading trump, winning a trick, scoring.
begin;
select plan(28);

create function test.mask(ids text[]) returns bigint language sql
return (select coalesce(sum(1::bigint << cards.card_code(i)), 0)::bigint from unnest(ids) as i);
create function test.rule(hand text[], card text, led integer, is_broken boolean) returns text language sql
return cards.card_rule('playing', 0, 0, test.mask(hand), 0, cards.card_code(card), led, 3, is_broken);

select is(test.rule('{d0:clubs:2,d0:hearts:3}', 'd0:clubs:2', 0, false), null, 'a card of the led suit may be played');
select is(test.rule('{d0:clubs:2,d0:hearts:3}', 'd0:hearts:3', 0, false), 'MUST_FOLLOW_SUIT', 'who can follow the led suit has to');
select is(test.rule('{d0:clubs:2,d0:spades:3}', 'd0:spades:3', 0, true), 'MUST_FOLLOW_SUIT', 'who can follow the led suit may not play trump instead');
select is(test.rule('{d0:diamonds:2,d0:hearts:3}', 'd0:hearts:3', 0, false), null, 'who is void in the led suit may play any card');
select is(test.rule('{d0:diamonds:2,d0:spades:3}', 'd0:spades:3', 0, false), null, 'who is void in the led suit may play trump');
select is(test.rule('{d0:clubs:2}', 'd0:clubs:3', 0, false), 'CARD_NOT_IN_HAND', 'a card that is not there cannot be played');
select is(test.rule('{d0:clubs:2,d0:spades:3}', 'd0:spades:3', null, false), 'CANNOT_LEAD_TRUMP', 'trump is not led before it is broken');
select is(test.rule('{d0:clubs:2,d0:spades:3}', 'd0:spades:3', null, true), null, 'trump may be led after it is broken');
select is(test.rule('{d0:spades:2,d0:spades:3}', 'd0:spades:3', null, false), null, 'trump may be led by who holds nothing else');
select is(test.rule('{d0:clubs:2,d0:spades:3}', 'd0:clubs:2', null, false), null, 'any other suit may be led');
select is(cards.card_rule('playing', 0, 0, 1, 1, 52, 0, 3, false), null, 'the second deck has its own mask');
select is(cards.card_rule('playing', 0, 0, 1, 0, 52, 0, 3, false), 'CARD_NOT_IN_HAND', 'a card of the first deck is none of the second');
select is(cards.card_rule('playing', 0, 0, 1::bigint << 13, 1, 13, 0, 3, false), 'MUST_FOLLOW_SUIT', 'a suit is followed from either deck');

select is(array(select cards.card_code(cards.card_id(c)) from generate_series(0, 103) as c order by c), array(select generate_series(0, 103)), 'card numbers and ids belong together');
select is(cards.card_id(104), null, 'card numbers end at 103');
select is(cards.card_code('d0:clubs:1'), null, 'a rank that there is not makes no card id');
select is(cards.card_document(51), '{"id": "d0:spades:A", "suit": "spades", "rank": "A", "deckIndex": 0}'::jsonb, 'a card''s document names id, suit, rank and deck');

-- Tricks, by a log: seat 1 leads in round 0, clubs are trump.
create function test.winner(led text, others text[], trump integer) returns text language plpgsql as $$
declare
  _state cards.table_state;
  _card text;
  _at integer := 1;
begin
  _state.phase := 'playing';
  _state.next_index := 0;
  _state.player_ids := array['0', '1', '2', '3'];
  _state.absent := 0;
  _state.trick := '{}';
  _state.turn := 1;
  _state.leader := 1;
  _state.trump := trump;
  _state.trump_broken := true;
  _state.seen := '{0,0}';
  foreach _card in array led || others loop
    _state.hands := array_fill(0::bigint, array[8]);
    _state.hands[2 * _at + 1 + cards.card_code(_card) / 52] := 1::bigint << cards.card_code(_card) % 52;
    _state := cards.apply_event(_state, cards.make_event(null, _state.next_index, 'card_played', jsonb_build_object('playerId', _at::text, 'card', _card)));
    _at := (_at + 1) % 4;
  end loop;
  return cards.card_id(_state.best_card) || ' of ' || _state.best_seat || ' ' || _state.phase;
end
$$;
select is(test.winner('d0:clubs:10', '{d0:clubs:J,d0:clubs:9,d0:hearts:A}', 3), 'd0:clubs:J of 2 trick_end', 'the highest card of the led suit wins');
select is(test.winner('d0:clubs:A', '{d0:spades:2,d0:clubs:K,d0:hearts:A}', 3), 'd0:spades:2 of 2 trick_end', 'any trump beats the highest card of the led suit');
select is(test.winner('d0:clubs:A', '{d0:spades:2,d0:spades:3,d0:spades:A}', 3), 'd0:spades:A of 0 trick_end', 'the highest trump wins');
select is(test.winner('d0:clubs:A', '{d1:clubs:A,d0:clubs:K,d0:hearts:A}', 3), 'd1:clubs:A of 2 trick_end', 'of two identical cards the later one wins');
select is(test.winner('d0:spades:A', '{d0:clubs:A,d1:spades:A,d0:hearts:A}', 3), 'd1:spades:A of 3 trick_end', 'of two identical trumps the later one wins');
select is(test.winner('d1:clubs:A', '{d0:clubs:A}', 3), 'd0:clubs:A of 2 playing', 'the later one of two identical cards wins whatever deck it is of');

-- The round of the specification: A bid 3 took 3, B bid 2 took 1.
create function test.score(bids integer[], tricks integer[]) returns integer[] language plpgsql as $$
declare
  _state cards.table_state;
begin
  _state.player_ids := array_fill('x'::text, array[cardinality(bids)]);
  _state.bids := bids;
  _state.tricks := tricks;
  return cards.score_round(_state);
end
$$;
select is(test.score('{3,2}', '{3,1}'), array[8, -7], 'a bid of 3 with 3 tricks scores 8, a bid of 2 with 1 trick scores -7');
select is(test.score('{0,0,null}', '{0,4,null}'), array[5, -5, 0], 'an exact bid of 0 scores 5, a missed one -5, and the absent score 0');
select is(cards.longest_run('{1,5,0,3,-2,-2,-2,8}', 1), 2, 'a round of zero breaks a winning streak');
select is(cards.longest_run('{1,5,0,3,-2,-2,-2,8}', -1), 3, 'a losing streak counts rounds below zero');
select is(array[cards.next_seat(2, 3, 0), cards.next_seat(0, 4, 6), cards.next_seat(1, 3, 5), cards.next_seat(0, 3, 7)], array[0, 3, 1, null], 'the next seat clockwise is the next one that takes part');

select * from finish();
rollback;
