-- An outside engine writes through append_events.
begin;
select plan(27);

create function test.guest(n integer) returns uuid language sql immutable return ('00000000-0000-4000-8000-00000000000' || n)::uuid;
create temp table log on commit drop as select at - 1 as at, event from jsonb_array_elements(test.cards_external_log(array[test.guest(1), test.guest(2)], 2)) with ordinality as e (event, at);
create function test.part(low integer, high integer) returns jsonb language sql return (select jsonb_agg(event order by at) from log where at between low and high);
create temp table t on commit drop as select cards.import_game(test.part(0, 2)) as game_id;
create function test.game() returns uuid language sql return (select game_id from t);

select is((select status from cards.games where id = test.game()), 'created', 'a log that ends in the lobby is imported as a game that has not begun');
select is((select display_name from cards.players where id = test.guest(2)), 'Guest 1', 'unknown players are made from their profile');
select is(cards.append_events(test.game(), 3, test.part(3, 3)), 3, 'append_events appends a single event at its index and returns that index');
select is((select status from cards.games where id = test.game()), 'in_progress', 'the first round begins the game');
select is(cards.append_events(test.game(), 4, test.part(4, 12)), 12, 'append_events appends a batch and returns the index of its last event');
select throws_ok($$select cards.append_events(test.game(), 12, test.part(13, 13))$$, 'KG211', null, 'an index that is taken conflicts');
select throws_ok($$select cards.append_events(test.game(), 14, test.part(14, 14))$$, 'KG211', null, 'an index that leaves a gap conflicts');
select throws_ok($$select cards.append_events(test.game(), null, test.part(13, 13))$$, 'KG211', null, 'append_events needs the expected index');
select throws_ok($$select cards.append_events(test.game(), 13, test.part(13, 14) || test.part(13, 13))$$, 'KG210', null, 'a batch with one wrong event is refused');
select is((select max(event_index) from cards.game_events where game_id = test.game()), 12, 'of a batch with one wrong event nothing is stored');
select throws_ok($$select cards.append_events(test.game(), 13, '{}')$$, 'KG001', null, 'events have to be a JSON array');
select throws_ok($$select cards.append_events(gen_random_uuid(), 0, test.part(0, 0))$$, 'KG004', null, 'an unknown game is not found');
select cards.append_events(test.game(), 13, (select jsonb_agg(event order by at) from log where at > 12));
select is_empty($$select * from cards.verify_game(test.game())$$, 'a log that was appended piece by piece is sound');

create temp table twins on commit drop as
select cards.import_game(test.part(0, 2)) as whole, cards.import_game(test.part(0, 2)) as stepwise, cards.import_game(test.part(0, 2)) as by_moves;
select test.set_clock(core.wall_clock());
select cards.append_events(whole, 3, test.part(3, 61)) from twins;
select count(cards.append_events(t.stepwise, g.at, test.part(g.at, g.at))) from twins as t, generate_series(3, 61) as g (at);
select is(
  (select (s.state::text, s.turn_deadline)::text from cards.game_states as s join twins as t on s.game_id = t.stepwise),
  (select (s.state::text, s.turn_deadline)::text from cards.game_states as s join twins as t on s.game_id = t.whole),
  'events one by one lead to the same live row as all at once'
);
select results_eq(
  $$select event_index, type, payload from cards.game_events, twins where game_id = stepwise order by 1$$,
  $$select event_index, type, payload from cards.game_events, twins where game_id = whole order by 1$$,
  'events one by one lead to the same log as all at once'
);
select count(cards.append_events(t.by_moves, g.at, test.part(g.at, least(g.at + 2, 61)))) from twins as t, generate_series(3, 61, 3) as g (at);
select is(
  (select (s.state::text, s.turn_deadline)::text from cards.game_states as s join twins as t on s.game_id = t.by_moves),
  (select (s.state::text, s.turn_deadline)::text from cards.game_states as s join twins as t on s.game_id = t.whole),
  'events three by three lead to the same live row as all at once'
);
select results_eq(
  $$select event_index, type, payload from cards.game_events, twins where game_id = by_moves order by 1$$,
  $$select event_index, type, payload from cards.game_events, twins where game_id = whole order by 1$$,
  'events three by three lead to the same log as all at once'
);
select test.set_clock(core.wall_clock() + interval '5 seconds');
select cards.append_events(by_moves, 62, jsonb_build_array(misplay, misplay)) from twins, (
  select test.cards_event('invalid_action', jsonb_build_object('playerId', test.guest(1), 'action', 'x', 'reason', 'y')) as misplay
) as m;
select is(
  (select s.turn_deadline from cards.game_states as s join twins as t on s.game_id = t.by_moves),
  (select s.turn_deadline from cards.game_states as s join twins as t on s.game_id = t.whole),
  'misplays that are appended together do not give the turn more time'
);
select throws_ok($$select cards.append_events(stepwise, 62, '[{"type": "card_played"}]') from twins$$, 'KG210', null, 'a single event needs a payload');
select throws_ok($$select cards.append_events(stepwise, 60, test.part(61, 61)) from twins$$, 'KG211', null, 'a single event conflicts at an index that is taken');

select lives_ok($$select cards.append_events(cards.import_game(test.part(0, 1)), 2, test.part(2, 2))$$, 'the row of an unknown player who joins later is made then');
select throws_ok($$select cards.append_events(cards.import_game(test.part(0, 2)), 3, jsonb_build_array(test.cards_event('invalid_action', jsonb_build_object('playerId', gen_random_uuid(), 'action', 'x', 'reason', 'y'))))$$, 'KG210', null, 'a misplay can only be of somebody who has a seat');
create temp table done on commit drop as select cards.simulate_game(2, 'done') as game_id;
select throws_ok($$select cards.append_events(game_id, (select max(event_index) + 1 from cards.game_events e where e.game_id = done.game_id), '[{"type": "invalid_action", "payload": {"_v": 1}}]') from done$$, 'KG210', null, 'a completed game takes no further event');
select throws_ok($$select cards.append_events(game_id, 5, '[{}]') from done$$, 'KG211', null, 'a wrong index of a completed game conflicts before its events are judged');
select set_config('request.jwt.claims', '{"role": "authenticated"}', true);
select throws_ok($$select cards.append_events(null, 0, '[]')$$, 'KG003', null, 'a backend that took a user''s claims is a user, who cannot append');
select test.as_user(test.user('ann'));
select throws_ok($$select cards.append_events(null, 0, '[]')$$, '42501', null, 'a user cannot append events');
select throws_ok($$select cards.import_game('[]')$$, '42501', null, 'a user cannot import a game');

select * from finish();
rollback;
