-- Bots and simulated games.
begin;
select plan(16);

create temp table t on commit drop as select cards.simulate_game(4, 'same') as a, cards.simulate_game(4, 'same') as b, cards.simulate_game(4, 'other') as c;
select is((select test.cards_log(a) from t), (select test.cards_log(b) from t), 'the same seed gives the same game');
select isnt((select test.cards_log(a) from t), (select test.cards_log(c) from t), 'another seed gives another game');
savepoint odd;
set local bytea_output = 'escape';
set local extra_float_digits = -15;
set local datestyle = 'German';
set local timezone = 'Pacific/Chatham';
set local array_nulls = off;
set local transform_null_equals = on;
select is((select test.cards_log(cards.simulate_game(4, 'same'))), (select test.cards_log(a) from t), 'the same seed gives the same game under any settings of the session');
rollback to odd;
select is_empty($$select v.* from t, cards.verify_game(a) as v$$, 'a game of bots is sound');
select is(cards.state_document(cards.replay((select a from t), 200)), cards.state_document(cards.replay((select b from t), 200)), 'two games of the same seed replay to the same states');
select throws_ok($$select cards.simulate_game(1)$$, 'KG001', null, 'a simulated game needs two bots at least');
select throws_ok($$select cards.simulate_game(11)$$, 'KG001', null, 'a simulated game has ten bots at most');
select throws_ok($$select cards.simulate_game(null)$$, 'KG001', null, 'a simulated game needs a number of players');
select throws_ok($$select cards.simulate_game(2, '')$$, 'KG001', null, 'a seed of a simulated game has at least one character');
create temp table ten on commit drop as select cards.simulate_game(10) as game_id;
select is_empty($$select v.* from ten, cards.verify_game(ten.game_id) as v$$, 'a game of ten bots with two decks is sound');

-- A bot sees its seat only: two states that differ in what is hidden from it give the same move.
create temp table s on commit drop as select cards.replay((select a from t), 40) as state;
select is((select (state).phase from s), 'playing', 'the state that the next tests look at is one in play');
select is(
  (select cards.seat_view(state, (state).turn) from s),
  (select cards.seat_view(x.state, (x.state).turn) from (
    select cards.replay((select a from t), 40) as state) as x),
  'what a bot sees follows from the state'
);
create function test.hide(state cards.table_state) returns cards.table_state language plpgsql as $$
begin
  for _seat in 0..cardinality(state.player_ids) - 1 loop
    if _seat <> state.turn then
      state.hands[2 * _seat + 1] := 0;
    end if;
  end loop;
  state.session_seed := 'hidden';
  return state;
end
$$;
select is((select cards.seat_view(test.hide(state), (state).turn) from s), (select cards.seat_view(state, (state).turn) from s), 'what a bot sees holds neither another hand nor the seed');

-- Bots act within the command that makes it their turn.
create temp table g on commit drop as select test.cards_lobby(array['ann']) as game_id;
grant select on g to public;
select test.as_user(test.user('ann'));
select cards.add_bot(game_id) from g, generate_series(1, 3);
select cards.start_game(game_id) from g;
select is((select cards.player_view(game_id) ->> 'turnPlayerId' from g), (select cards.player_view(game_id) ->> 'playerId' from g), 'bots bid at once, then it is the person''s turn');
select test.as_owner();
create temp table still on commit drop as select test.cards_lobby(array['ann'], '{"autoplayBots": false}') as game_id;
grant select on still to public;
select test.as_user(test.user('ann'));
select cards.add_bot(game_id) from still;
select cards.start_game(game_id) from still;
select test.as_service();
select is((select cards.player_view(game_id) ->> 'turnPlayerId' from still), '00000000-0000-7000-8000-000000000000', 'without autoplayBots a bot waits in its turn');
select is((select (cards.forfeit_turn(game_id)).accepted from still), true, 'the service can forfeit the turn of a bot that waits');

select * from finish();
rollback;
