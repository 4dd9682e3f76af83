-- The same call again, at once or late, has no second effect and is no mark against anybody.
begin;
select plan(37);

create temp table t on commit drop as select test.cards_game(array['ann', 'bob']) as game_id;
grant select on t to public;
create function test.game() returns uuid language sql as 'select game_id from t';
create function test.next() returns integer language sql security definer as 'select (s.state).next_index from cards.game_states as s, t where s.game_id = t.game_id';
create function test.misplays() returns bigint language sql security definer as $$select test.cards_events(game_id, 'invalid_action') from t$$;

select test.as_user(test.user('bob'));
select set_config('test.at', test.next()::text, true);
create temp table bid on commit drop as select * from cards.place_bid(test.game(), 3);
grant select on bid to public;
select is((select accepted from bid), true, 'a bid is accepted');
select is(cards.place_bid(test.game(), 3)::text, (select bid::text from bid), 'the same bid again in its round gets the first answer');
select is(cards.place_bid(test.game(), 3, current_setting('test.at')::integer)::text, (select bid::text from bid), 'the same bid at the index that it has gets the first answer');
select is(cards.place_bid(test.game(), 4, current_setting('test.at')::integer)::text, '(f,VERSION_CONFLICT,)', 'another bid at an index that is taken conflicts');
select is(cards.place_bid(test.game(), 3, test.next() + 1)::text, '(f,VERSION_CONFLICT,)', 'an index that lies ahead conflicts');
select is(cards.place_bid(test.game(), 3, -1)::text, '(f,VERSION_CONFLICT,)', 'an index below zero conflicts');
select is(cards.place_bid(test.game(), 3, -2147483648)::text, '(f,VERSION_CONFLICT,)', 'the least index conflicts');
select is(cards.place_bid(test.game(), 3, 2147483647)::text, '(f,VERSION_CONFLICT,)', 'the greatest index conflicts');
select is(cards.place_bid(test.game(), 3, null)::text, (select bid::text from bid), 'a bid without an index again gets the first answer');
select is(test.misplays(), 0::bigint, 'neither a repeat nor a conflict is a misplay');
select set_config('test.wrong', test.next()::text, true);
select is((cards.place_bid(test.game(), 4, test.next())).error, 'NOT_PLAYERS_TURN', 'a broken rule at the next index is judged');
select is(cards.place_bid(test.game(), 4, current_setting('test.wrong')::integer)::text, format('(f,NOT_PLAYERS_TURN,%s)', current_setting('test.wrong')), 'a broken rule sent again gets the first answer');
select is(test.misplays(), 1::bigint, 'a broken rule sent again is recorded only the first time');

select test.as_user(test.user('ann'));
select cards.place_bid(test.game(), 2);
select test.as_user(test.user('bob'));
select set_config('test.card', (select min(m) from cards.legal_moves(test.game()) as m), true);
select set_config('test.at', test.next()::text, true);
create temp table play on commit drop as select * from cards.play_card(test.game(), current_setting('test.card'));
grant select on play to public;
select is((select accepted from play), true, 'a card is accepted');
select is(cards.play_card(test.game(), current_setting('test.card'))::text, (select play::text from play), 'the same card again in its round gets the first answer');
select is(cards.play_card(test.game(), current_setting('test.card'), current_setting('test.at')::integer)::text, (select play::text from play), 'the same card at the index that it has gets the first answer');
select is(cards.play_card(test.game(), 'd0:clubs:2', 0)::text, '(f,VERSION_CONFLICT,)', 'a card at the index of another event conflicts');
select test.as_user(test.user('ann'));
select is((cards.play_card(test.game(), current_setting('test.card'))).error, 'CARD_NOT_IN_HAND', 'the card that another player has played is no repeat');
select is(cards.play_card(test.game(), current_setting('test.card'), current_setting('test.at')::integer)::text, '(f,VERSION_CONFLICT,)', 'the event of another player at the index conflicts');
select test.as_owner();

-- The late copy of a bid does not count in a later round.
select test.cards_play(test.game(), 1, 'bidding');
select test.cards_move(test.game(), 2);
select set_config('test.before', test.next()::text, true);
select test.as_user(test.user('bob'));
select is(cards.place_bid(test.game(), 3, (select event_index from bid))::text, (select bid::text from bid), 'a bid of round 0 that comes late gets its first answer in round 1');
select is(test.next(), current_setting('test.before')::integer, 'a bid that comes late is no event of a later round');
select test.as_owner();

-- An engine that lost the answer.
create temp table log on commit drop as select e.event_index, jsonb_build_object('type', e.type, 'payload', e.payload) as event from cards.game_events as e, t where e.game_id = t.game_id;
create temp table copy on commit drop as select cards.import_game(jsonb_agg(event order by event_index)) as game_id from log where event_index < 10;
create function test.part(low integer, high integer) returns jsonb language sql return (select jsonb_agg(event order by event_index) from log where event_index between low and high);
select is(cards.append_events(game_id, 10, test.part(10, 14)), 14, 'a batch is appended') from copy;
select is(cards.append_events(game_id, 10, test.part(10, 14)), 14, 'the same batch at the same index gets the first answer') from copy;
select is(cards.append_events(game_id, 12, test.part(12, 12)), 12, 'a single event that is stored gets the first answer') from copy;
select is((select count(*) from cards.game_events as e where e.game_id = copy.game_id), 15::bigint, 'a repeated batch stores nothing') from copy;
select throws_ok($$select cards.append_events(game_id, -1, test.part(11, 14)) from copy$$, 'KG211', null, 'events at an index below zero conflict');
select throws_ok($$select cards.append_events(game_id, null, test.part(11, 14)) from copy$$, 'KG211', null, 'events without an index conflict');
select throws_ok($$select cards.append_events(game_id, 1000000, test.part(11, 14)) from copy$$, 'KG211', null, 'events at an index that lies ahead conflict');
select throws_ok($$select cards.append_events(game_id, 10, test.part(11, 14)) from copy$$, 'KG211', null, 'other events at an index that is taken conflict');
select throws_ok($$select cards.append_events(game_id, 14, test.part(14, 15)) from copy$$, 'KG211', null, 'a batch of which only a part is stored conflicts');

-- A turn that is given up.
create temp table f on commit drop as select test.cards_game(array['ann', 'bob']) as game_id;
grant select on f to public;
create function test.next_of_f() returns integer language sql security definer as 'select (s.state).next_index from cards.game_states as s, f where s.game_id = f.game_id';
select test.as_user(test.user('bob'));
select set_config('test.at', test.next_of_f()::text, true);
create temp table given on commit drop as select * from cards.forfeit_turn((select game_id from f), current_setting('test.at')::integer);
grant select on given to public;
select is((select accepted from given), true, 'a turn of one''s own is given up');
select is(cards.forfeit_turn((select game_id from f), current_setting('test.at')::integer)::text, (select given::text from given), 'the same turn given up again gets the first answer');
select is(cards.forfeit_turn((select game_id from f), current_setting('test.at')::integer - 1)::text, '(f,VERSION_CONFLICT,)', 'a turn is not given up at an index that another event has');
select test.as_service();
select is(cards.forfeit_turn((select game_id from f), current_setting('test.at')::integer)::text, (select given::text from given), 'the service gives up no second turn under the index of the first');

-- What is played for somebody is marked.
select test.as_service();
select cards.forfeit_turn(test.game());
select test.as_owner();
select is((select payload -> 'fallback' from cards.game_events as e, t where e.game_id = t.game_id and e.type in ('player_bid', 'card_played') order by e.event_index desc limit 1), 'true', 'a fallback move is marked in the log');
select is((select count(*) from cards.game_events as e, t where e.game_id = t.game_id and e.payload ? 'fallback'), 1::bigint, 'no other move is marked');
select test.as_user(test.user('ann'));
select is((select count(*) from cards.list_events(test.game(), -1, 1000) where payload ? 'fallback'), 1::bigint, 'players see which move was a fallback move');

select * from finish();
rollback;
