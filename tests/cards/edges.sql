-- What the other files leave out: each rule's last branch.
begin;
select plan(12);

create temp table t on commit drop as select test.cards_game(array['ann', 'bob']) as game_id;
grant select on t to public;
create function test.game() returns uuid language sql as 'select game_id from t';
create function test.pid(name text) returns uuid language sql security definer as 'select id from cards.players where user_id = test.user(name)::text';
create function test.code() returns text language sql security definer as 'select join_code from cards.room_directory r, t where r.game_id = t.game_id';

select test.as_user(test.user('cyd'));
select throws_ok($$select cards.join_game(test.code())$$, 'KG005', null, 'a game that has begun takes no further players');
select test.as_owner();
select lives_ok($$select cards.append_events(test.game(), (test.cards_state(test.game())).next_index, jsonb_build_array(
  test.cards_event('player_disconnected', jsonb_build_object('playerId', test.pid('ann'))),
  test.cards_event('player_reconnected', jsonb_build_object('playerId', test.pid('ann'))),
  test.cards_event('player_marked_absent', jsonb_build_object('playerId', test.pid('ann'))),
  test.cards_event('player_reconnected', jsonb_build_object('playerId', test.pid('ann')))))$$, 'an engine tells who is connected');
select test.cards_move(test.game()), test.cards_move(test.game());
select test.cards_move(test.game());
select test.as_user(test.user('bob'));
select is(jsonb_array_length(cards.player_view(test.game()) -> 'trick'), 1, 'a view shows the trick');
select test.as_owner();
create temp table waiting on commit drop as select test.cards_lobby(array['flo']) as game_id;
grant select on waiting to public;
select test.as_service();
select throws_ok($$select cards.forfeit_turn(game_id) from waiting$$, 'KG005', null, 'where nobody has to act nothing is forfeited');
select test.as_owner();

-- A game that completes by expiry counts once.
create temp table late on commit drop as select test.cards_game(array['dan', 'eli']) as game_id;
select test.cards_play(game_id, 9, 'playing') from late;
select test.cards_move(game_id) from late;
select test.cards_run_out(game_id) from late;
select is(cards.expire_turns(), 1, 'expiry may play the last card');
select is((select array_agg(games_played) from cards.player_lifetime_stats s where s.player_id in (test.pid('dan'), test.pid('eli'))), array[1, 1], 'a game that completes by expiry counts once');
select is(cards.bot_bid(row(0, 4, 4, 10, 0, 0, false, '{}', '{}', '{}', null, '{}', '{}', '{}', '{}')::cards.seat_view, '{"name": "chance"}', 'ff'), 2, 'a bot of chance takes its bid from its seed');
select is(cards.bot_card(row(0, 4, 4, 10, 0, 0, false, '{1,2,3}', '{1,2,3}', '{}', null, '{}', '{1}', '{0}', '{}')::cards.seat_view, '{"name": "chance"}', '04'), 2, 'a bot of chance takes its card from its seed');
select is((select count(*) from cards.list_player_games(test.pid('dan'))), 1::bigint, 'the service lists anybody''s games');

select throws_ok($$select cards.state_document(null)$$, 'KG001', null, 'a state that is no state of a game has no document');
select throws_ok($$select cards.legal_moves(jsonb_populate_record(test.cards_state(test.game()), '{"trick": [104]}'), test.pid('ann'))$$, 'KG001', null, 'a state with a card that there is not has no legal moves');
select is(cards.shuffle('x', 10), null, 'no more than two decks are shuffled: nobody can keep the server busy with it');

select * from finish();
rollback;
