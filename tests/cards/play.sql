-- Bids, cards and broken rules.
begin;
select plan(27);

create temp table t on commit drop as select test.cards_game(array['ann', 'bob', 'cyd']) as game_id;
grant select on t to public;
create function test.game() returns uuid language sql as 'select game_id from t';
-- The code of a rule that was broken and recorded at the index that the call returned.
create function test.outcome(result cards.move_result) returns text language sql as $$
  select case
    when result.accepted then 'accepted'
    when test.cards_event_at(test.game(), result.event_index) = 'invalid_action' then result.error
    else 'not recorded'
  end
$$;

select is((test.cards_state(test.game())).phase, 'bidding', 'a started game is dealt and waits for bids');
select is((test.cards_state(test.game())).turn, 1, 'the player to the dealer''s left bids first');
select is(test.outcome(test.cards_act(test.game(), 0, 1, null)), 'NOT_PLAYERS_TURN', 'a bid out of turn is recorded and returned');
select is(test.outcome(test.cards_act(test.game(), 1, 11, null)), 'INVALID_BID', 'a bid above the cards is recorded');
select is(test.outcome(test.cards_act(test.game(), 1, -1, null)), 'INVALID_BID', 'a bid below zero is recorded');
select is(test.outcome(test.cards_act(test.game(), 1, null, 'd0:clubs:2')), 'ROUND_NOT_READY', 'a card while bidding is recorded');
select is(test.outcome(test.cards_act(test.game(), 1, 10, null)), 'accepted', 'a bid of all cards is accepted');
select test.cards_move(test.game()), test.cards_move(test.game());
select is((test.cards_state(test.game())).phase, 'playing', 'after the last bid the first trick begins');
select is((test.cards_state(test.game())).turn, 1, 'the player to the dealer''s left leads the first trick');
select is(test.outcome(test.cards_act(test.game(), 1, 1, null)), 'ROUND_NOT_READY', 'a bid while playing is recorded');
select is(test.outcome(test.cards_act(test.game(), 2, null, 'd0:clubs:2')), 'NOT_PLAYERS_TURN', 'a card out of turn is recorded');
select is((test.cards_act(test.game(), 1, null, 'd1:clubs:2')).error, 'CARD_NOT_IN_HAND', 'a card of another deck is not in the hand');
select is((select count(*) from cards.game_events e where e.game_id = test.game() and e.type = 'invalid_action'), 7::bigint, 'each broken rule is an event of the log');
select is((test.cards_state(test.game())).misplays, array[1, 5, 1], 'broken rules are counted for who broke them');
select is(
  (select payload from cards.game_events e where e.game_id = test.game() and e.payload ->> 'reason' = 'CARD_NOT_IN_HAND'),
  jsonb_build_object('_v', 1, 'playerId', (test.cards_state(test.game())).player_ids[2], 'action', 'play_card', 'reason', 'CARD_NOT_IN_HAND'),
  'the record does not tell the card'
);

select test.as_user(test.user('bob'));
select throws_ok($$select cards.play_card(test.game(), 'clubs')$$, 'KG001', null, 'what is no card id is refused');
select throws_ok($$select cards.play_card(test.game(), null)$$, 'KG001', null, 'play_card needs a card');
select throws_ok($$select cards.place_bid(test.game(), null)$$, 'KG001', null, 'place_bid needs a bid');
select throws_ok($$select cards.place_bid(gen_random_uuid(), 1)$$, 'KG004', null, 'an unknown game is not found');
select is((select array_agg(m) from cards.legal_moves(test.game()) as m), (select array_agg(x) from jsonb_array_elements_text(cards.player_view(test.game()) -> 'legalMoves') as x), 'legal_moves and player_view name the same cards');
select test.as_user(test.user('eve'));
select throws_ok($$select cards.play_card(test.game(), 'd0:clubs:2')$$, 'KG004', null, 'a stranger finds no game to play in');
select throws_ok($$select cards.legal_moves(test.game())$$, 'KG004', null, 'a stranger learns no legal moves');
select test.as_owner();

select set_config('test.deadline', (select turn_deadline::text from cards.game_states where game_id = test.game()), true);
update cards.game_states set turn_deadline = turn_deadline + interval '5 seconds' where game_id = test.game();
select test.cards_act(test.game(), 1, 1, null);
select is((select turn_deadline from cards.game_states where game_id = test.game()), current_setting('test.deadline')::timestamptz + interval '5 seconds', 'an invalid move does not extend the deadline');
update core.settings set value = '6' where name = 'cards.max_misplays';
select throws_ok($$select test.cards_act(test.game(), 1, 1, null)$$, 'KG007', null, 'more misplays than the setting allows are refused');
select test.as_owner();

select test.cards_play(test.game());
select is((select status from cards.games where id = test.game()), 'completed', 'ten rounds complete a game');
select throws_ok($$select test.as_user(test.user('ann')); select cards.place_bid(test.game(), 1)$$, 'KG005', null, 'a completed game takes no bids');
select test.as_owner();
select is_empty($$select * from cards.verify_game(test.game())$$, 'the log of a completed game is sound');

select * from finish();
rollback;
