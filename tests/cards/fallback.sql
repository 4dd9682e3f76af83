-- What is played for who does not act, and for who left.
begin;
select plan(42);

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
select is(test.fallback('{d0:clubs:3,d0:clubs:9,d0:hearts:2}', 'd0:clubs:K', 3, false), 'd0:clubs:9', 'who can follow plays the highest card of the led suit as the fallback');
select is(test.fallback('{d0:diamonds:9,d0:hearts:2,d0:spades:2}', 'd0:clubs:K', 3, false), 'd0:hearts:2', 'who is void in the led suit plays the lowest card that is not trump as the fallback');
select is(test.fallback('{d0:spades:9,d0:spades:4}', 'd0:clubs:K', 3, false), 'd0:spades:4', 'who holds only trump plays the lowest one as the fallback');
select is(test.fallback('{d0:diamonds:9,d0:hearts:4,d0:spades:2}', null, 3, true), 'd0:hearts:4', 'who leads plays the lowest card that is not trump as the fallback');
select is(test.fallback('{d0:spades:9,d0:spades:4}', null, 3, false), 'd0:spades:4', 'who leads and holds only trump plays the lowest one as the fallback');
select is(test.fallback('{d0:diamonds:4,d0:hearts:4}', null, 3, false), 'd0:diamonds:4', 'among cards of equal rank the fallback is the first in card order');
select is(test.fallback('{d0:spades:5,d0:spades:J,d0:hearts:2}', 'd0:spades:K', 3, false), 'd0:spades:J', 'who follows trump plays the highest trump as the fallback');

create temp table t on commit drop as select test.cards_game(array['ann', 'bob', 'cyd'], '{"turnSeconds": 30}') as game_id;
grant select on t to public;
create function test.game() returns uuid language sql as 'select game_id from t';
create function test.code() returns text language sql security definer as 'select join_code from cards.room_directory r, t where r.game_id = t.game_id';

create function test.later(seconds integer) returns void language sql as $$select test.set_clock(core.wall_clock() + make_interval(secs => seconds))$$;
create function test.expire() returns integer language plpgsql as $$
declare
  _count integer;
begin
  perform test.as_service();
  _count := cards.expire_turns();
  perform test.as_owner();
  return _count;
end
$$;

select test.as_user(test.user('bob'));
select is((cards.forfeit_turn(test.game())).accepted, true, 'a player may forfeit their own turn');
select throws_ok($$select cards.forfeit_turn(test.game())$$, 'KG005', null, 'nobody may forfeit the turn of another player while it runs');
select throws_ok($$select cards.expire_turns()$$, '42501', null, 'expiry is for the service');
select throws_ok($$select cards.forfeit_turn(gen_random_uuid())$$, 'KG004', null, 'no turn is forfeited in an unknown game');
select test.as_owner();
select is((test.cards_state(test.game())).bids, array[null, 0, null], 'the fallback of a bid is 0');

-- A turn runs out in two passes of upkeep.
select test.set_clock(core.wall_clock());
update cards.game_states set turn_deadline = core.wall_clock() + interval '30 seconds' where game_id = test.game();
select is(test.expire(), 0, 'expire_turns plays nothing where no turn has run out');
select test.later(31);
select test.as_user(test.user('bob'));
select throws_ok($$select cards.forfeit_turn(test.game())$$, 'KG005', null, 'a deadline that has passed takes no turn from anybody until upkeep notes it');
select test.as_owner();
select is(test.expire(), 0, 'the first pass that finds the deadline passed only notes it');
select test.as_user(test.user('bob'));
select is(cards.player_view(test.game()) ->> 'warnedAt' is not null, true, 'player_view tells the warning');
select throws_ok($$select cards.forfeit_turn(test.game())$$, 'KG005', null, 'a turn cannot be forfeited right after the warning');
select test.as_owner();
select test.later(9);
select is(test.expire(), 0, 'a turn is not expired before cards.warning_seconds are over');
select test.later(1);
select test.as_user(test.user('bob'));
select is((cards.forfeit_turn(test.game())).accepted, true, 'a turn that ran out and was warned of may be forfeited by others');
select test.as_service();
select is((cards.forfeit_turn(test.game())).accepted, true, 'the service may forfeit any turn');
select throws_ok($$select cards.forfeit_turn(gen_random_uuid())$$, 'KG004', null, 'the service forfeits no turn in an unknown game');
select test.as_owner();
select is((test.cards_state(test.game())).phase, 'playing', 'after the fallback bids of all the game is in play');
select is((select (turn_deadline, warned_at)::text from cards.game_states where game_id = test.game()), (core.wall_clock() + interval '30 seconds', null::timestamptz)::text, 'a turn lasts turnSeconds, and begins without a warning');
select test.later(31);
select is((select ok from cards.health_turns()), true, 'health is ok for the first ten minutes after a turn ran out');
select is(array[test.expire(), test.expire()], array[0, 0], 'two passes at one instant take no turn');
select test.later(10);
select is(test.expire(), 1, 'a later pass plays a turn that ran out');
select is(cardinality((test.cards_state(test.game())).trick), 1, 'expire_turns plays a card for who had to play one');
update core.settings set value = '1' where name = 'cards.warning_seconds';
select test.later(31);
select test.expire();
select test.later(1);
select is(test.expire(), 1, 'the setting may shorten the warning to one second');
select test.later(30 + 601);
select is((select ok from cards.health_turns()), false, 'health is not ok when nobody expires turns for ten minutes');
update cards.game_states set turn_deadline = now() - interval '1 second' where game_id = test.game();
select is((select turns_overdue from cards.cards_stats), 1::bigint, 'cards_stats counts the turns that ran out');
select test.set_clock(null);
update cards.game_states set turn_deadline = core.wall_clock() + interval '1 minute' where game_id = test.game();

-- Leaving and coming back.
select test.as_user(test.user('cyd'));
select isnt(cards.leave_game(test.game()), null, 'a player may leave a running game');
select throws_ok($$select cards.place_bid(test.game(), 9)$$, 'KG005', null, 'who left a running game cannot play in it');
select cards.leave_game(test.game());
select test.as_owner();
select test.cards_play(test.game(), 1, 'bidding');
select is((select (test.cards_state(test.game())).absent), 4, 'who left is absent from the next round on');
select is((select (test.cards_state(test.game())).hands[5]), 0::bigint, 'who is absent is dealt no cards');
select test.as_user(test.user('cyd'));
select is((cards.join_game(test.code())).seat_index, 2, 'who left comes back to the same seat');
select is((cards.join_game(test.code())).seat_index, 2, 'who comes back twice is back');
select is((select p -> 'isComingBack' from jsonb_array_elements(cards.player_view(test.game()) -> 'players') as p where p ->> 'seatIndex' = '2'), 'true', 'player_view tells who is coming back');
select throws_ok($$select cards.place_bid(test.game(), 1)$$, 'KG005', null, 'who comes back cannot move before the next round');
select test.as_owner();
select is((select misplays[3] from test.cards_state(test.game())), 0, 'to move too early after coming back is no misplay');
select test.cards_play(test.game(), 2, 'bidding');
select is((select (test.cards_state(test.game())).absent), 0, 'who came back takes part from the next round on');
select is((select (test.cards_state(test.game())).past_deltas[6]), 0::smallint, 'a round without the player scores 0');
select test.as_user(test.user('ann')); select cards.leave_game(test.game());
select test.as_user(test.user('bob')); select cards.leave_game(test.game());
select test.as_user(test.user('cyd')); select cards.leave_game(test.game());
select test.as_owner();
select is_empty($$select * from cards.verify_game(test.game())$$, 'a game that all have left ends, and its log is sound');

select * from finish();
rollback;
