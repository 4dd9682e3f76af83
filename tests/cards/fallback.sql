-- What is played for who does not act, and for who left.
begin;
select plan(31);

create function test.fallback(hand text[], led text, trump integer, is_broken boolean) returns text language plpgsql as $$
declare
  _state cards.table_state;
begin
  _state.phase := 'playing';
  _state.turn := 0;
  _state.hands := array[(select sum(1::bigint << cards.card_code(i)) from unnest(hand) as i)::bigint, 0];
  _state.trick := case when led is null then '{}'::integer[] else array[cards.card_code(led)] end;
  _state.trump := trump;
  _state.trump_broken := is_broken;
  return cards.card_id(cards.fallback_card(_state));
end
$$;
select is(test.fallback('{d0:clubs:3,d0:clubs:9,d0:hearts:2}', 'd0:clubs:K', 3, false), 'd0:clubs:9', 'following: the highest of the led suit');
select is(test.fallback('{d0:diamonds:9,d0:hearts:2,d0:spades:2}', 'd0:clubs:K', 3, false), 'd0:hearts:2', 'void: the lowest that is not trump');
select is(test.fallback('{d0:spades:9,d0:spades:4}', 'd0:clubs:K', 3, false), 'd0:spades:4', 'only trump: the lowest trump');
select is(test.fallback('{d0:diamonds:9,d0:hearts:4,d0:spades:2}', null, 3, true), 'd0:hearts:4', 'leading: the lowest that is not trump');
select is(test.fallback('{d0:spades:9,d0:spades:4}', null, 3, false), 'd0:spades:4', 'leading only trump: the lowest trump');
select is(test.fallback('{d0:diamonds:4,d0:hearts:4}', null, 3, false), 'd0:diamonds:4', 'among equals the first in card order');
select is(test.fallback('{d0:spades:5,d0:spades:J,d0:hearts:2}', 'd0:spades:K', 3, false), 'd0:spades:J', 'following trump: the highest trump');

create temp table t on commit drop as select test.cards_game(array['ann', 'bob', 'cyd'], '{"turnSeconds": 30}') as game_id;
grant select on t to public;
create function test.game() returns uuid language sql as 'select game_id from t';
create function test.code() returns text language sql security definer as 'select join_code from cards.room_directory r, t where r.game_id = t.game_id';

select test.as_user(test.user('bob'));
select is(cards.forfeit_turn(test.game())::text, '(t,,7)', 'one may forfeit one''s own turn');
select throws_ok($$select cards.forfeit_turn(test.game())$$, 'KG005', null, 'but not another''s while it runs');
select throws_ok($$select cards.expire_turns()$$, '42501', null, 'expiry is for the service');
select throws_ok($$select cards.forfeit_turn(gen_random_uuid())$$, 'KG004', null, 'nor in an unknown game');
select test.as_owner();
select is((test.cards_state(test.game())).bids, array[null, 0, null], 'in bidding the fallback is 0');
update cards.game_states set turn_deadline = core.now_utc() - interval '1 second' where game_id = test.game();
select test.as_user(test.user('bob'));
select is((cards.forfeit_turn(test.game())).accepted, true, 'a turn that ran out may be forfeited by others');
select test.as_service();
select is((cards.forfeit_turn(test.game())).accepted, true, 'and any turn by the service');
select throws_ok($$select cards.forfeit_turn(gen_random_uuid())$$, 'KG004', null, 'the service needs a game too');
select is(cards.expire_turns(), 0, 'no turn has run out');
select test.as_owner();
select is((test.cards_state(test.game())).phase, 'playing', 'all have bid');
select is((select turn_deadline from cards.game_states where game_id = test.game()), core.now_utc() + interval '30 seconds', 'a turn lasts turnSeconds');
update cards.game_states set turn_deadline = core.now_utc() where game_id = test.game();
select is((select ok from cards.health_turns()), true, 'health waits ten minutes');
select test.as_service();
select is(cards.expire_turns(), 1, 'a turn that ran out is played');
select test.as_owner();
select is(cardinality((test.cards_state(test.game())).trick), 1, 'with a card');
update cards.game_states set turn_deadline = core.now_utc() - interval '11 minutes' where game_id = test.game();
select is((select ok from cards.health_turns()), false, 'health tells when nobody expires turns');
select is((select turns_overdue from cards.cards_stats), 1::bigint, 'and so do the counters');
update cards.game_states set turn_deadline = core.now_utc() + interval '1 minute' where game_id = test.game();

-- Leaving and coming back.
select test.as_user(test.user('cyd'));
select isnt(cards.leave_game(test.game()), null, 'one may leave a running game');
select throws_ok($$select cards.play_card(test.game(), 'd0:clubs:2')$$, 'KG005', null, 'and then not play');
select cards.leave_game(test.game());
select test.as_owner();
select test.cards_play(test.game(), 1, 'bidding');
select is((select (test.cards_state(test.game())).absent), 4, 'from the next round on one is absent');
select is((select (test.cards_state(test.game())).hands[5]), 0::bigint, 'without cards');
select test.as_user(test.user('cyd'));
select is((cards.join_game(test.code())).seat_index, 2, 'one comes back to one''s seat');
select test.as_owner();
select test.cards_play(test.game(), 2, 'bidding');
select is((select (test.cards_state(test.game())).absent), 0, 'and takes part from the next round on');
select is((select (test.cards_state(test.game())).past_deltas[6]), 0::smallint, 'the round away counts 0');
update cards.game_states set turn_deadline = core.now_utc() - interval '1 second' where game_id = test.game();
select test.as_user(test.user('ann')); select cards.leave_game(test.game());
select test.as_user(test.user('bob')); select cards.leave_game(test.game());
select test.as_user(test.user('cyd')); select cards.leave_game(test.game());
select test.as_owner();
select is_empty($$select * from cards.verify_game(test.game())$$, 'a game that all have left ends, and its log is sound');

select * from finish();
rollback;
