-- No host holds a room up, nobody comes back who should not, and silent rooms close.
begin;
select plan(56);

select test.clients_commit();
select test.cards_player(n) from unnest(array['ann', 'bob', 'cyd', 'dan', 'eve', 'fay']) as n;
create function test.pid(name text) returns uuid language sql security definer as 'select id from cards.players where user_id = test.user(name)::text';
create function test.code(game_id uuid) returns text language sql security definer as 'select r.join_code from cards.room_directory as r where r.game_id = code.game_id';
create function test.seated(game_id uuid) returns text[] language sql security definer as $$
  select array_agg(p.display_name order by s.seat) from cards.game_states as g
  cross join unnest((g.state).player_ids) with ordinality as s (id, seat) join cards.players as p on p.id = s.id::uuid
  where g.game_id = seated.game_id
$$;
create function test.closed(game_id uuid) returns boolean language sql security definer as 'select g.closed_at is not null from cards.games as g where g.id = closed.game_id';
create function test.departed(game_id uuid) returns bigint language sql security definer as 'select count(*) from cards.game_departures as d where d.game_id = departed.game_id';
-- Lets so many seconds pass for a room, and upkeep look after it. Ends as the superuser.
create function test.later(game_id uuid, seconds integer) returns boolean language plpgsql as $$
begin
  perform test.as_owner();
  update cards.game_states as s
  set host_since = s.host_since - make_interval(secs => seconds), enough_since = s.enough_since - make_interval(secs => seconds),
    acted_at = s.acted_at - make_interval(secs => seconds), room_deadline = s.room_deadline - make_interval(secs => seconds)
  where s.game_id = later.game_id;
  return cards.run_game(later.game_id);
end
$$;
create function test.host(game_id uuid) returns text language sql security definer as $$
  select p.display_name from cards.game_states as g
  join cards.players as p on p.id = (g.state).player_ids[cards.host_seat(g.state, g.host_id) + 1]::uuid where g.game_id = host.game_id
$$;

-- A silent host.
create temp table t on commit drop as select test.cards_lobby(array['ann', 'bob', 'cyd'], '{"maxPlayers": 5}', true) as game_id;
grant select on t to public;
create function test.game() returns uuid language sql as 'select game_id from t';
select is(test.later(test.game(), 119), false, 'a host has cards.lobby_timeout to act');
select is(test.host(test.game()), 'ann', 'the host stays the host for that long');
select test.as_user(test.user('ann'));
select cards.set_ready(test.game(), false);
select is(test.later(test.game(), 60), false, 'a host who does anything in the room keeps it');
select test.as_user(test.user('bob'));
select cards.set_ready(test.game(), true);
select is(test.later(test.game(), 60), true, 'what others do does not keep the room for a silent host');
select is(test.host(test.game()), 'bob', 'a public room whose host is silent passes to the next person');
select is(test.seated(test.game()), array['ann', 'bob', 'cyd'], 'the silent host keeps the seat');
select test.as_user(test.user('ann'));
select throws_ok($$select cards.start_game(test.game())$$, 'KG003', null, 'who was host cannot start any more');
select is(cards.player_view(test.game()) ->> 'isHost', 'false', 'who was host is told so');
select test.as_user(test.user('bob'));
select is(cards.player_view(test.game()) ->> 'isHost', 'true', 'the new host is told so');
select lives_ok($$select cards.add_bot(test.game())$$, 'the new host may do what a host may');
select is(test.later(test.game(), 121), true, 'a new host who is silent loses the room too');
select is(test.host(test.game()), 'cyd', 'the room passes on by seats');
select test.later(test.game(), 121);
select is(test.host(test.game()), 'ann', 'the room passes to people, never to a bot');
select test.as_user(test.user('ann'));
select cards.leave_game(test.game());
select is(test.host(test.game()), 'bob', 'the first person is the host when the host leaves');
select test.as_owner();
select is_empty($$select v.* from cards.verify_game(test.game()) as v$$, 'the log of a room that passed on is sound');

-- All are ready.
select test.as_user(test.user('cyd'));
select throws_ok($$select cards.start_game(test.game())$$, 'KG003', null, 'who is not the host cannot start before all are ready');
select cards.set_ready(test.game(), true);
select lives_ok($$select cards.start_game(test.game())$$, 'anybody with a seat starts when all people are ready');
select is(cards.player_view(test.game()) ->> 'phase', 'bidding', 'a game begins that was started by somebody who is not the host');
select lives_ok($$select cards.start_game(test.game())$$, 'starting again changes nothing');
select is(test.later(test.game(), 0), false, 'a game that has begun is no room any more');

-- A private room has the host that it has, and closes when it is silent for long.
create temp table p on commit drop as select test.cards_lobby(array['ann', 'bob'], '{}', false) as game_id;
grant select on p to public;
create function test.private() returns uuid language sql as 'select game_id from p';
select is(test.later(test.private(), 4000), false, 'a private room does not pass on');
select is(test.host(test.private()), 'ann', 'a private room stays with its host');
select is(test.later(test.private(), 86401), true, 'a private room that is silent for long closes');
select is(test.closed(test.private()), true, 'a room that closed says when');
select test.as_user(test.user('bob'));
select throws_ok($$select cards.set_ready(test.private(), true)$$, 'KG005', null, 'who was seated hears that the room has closed');
select throws_ok($$select cards.leave_game(test.private())$$, 'KG005', null, 'who was seated to the end hears it from leave_game too');
select test.as_user(test.user('eve'));
select throws_ok($$select cards.set_ready(test.private(), true)$$, 'KG004', null, 'a stranger hears nothing of a room that has closed');
select test.as_owner();
select is_empty($$select v.* from cards.verify_game(test.private()) as v$$, 'the log of a room that closed is sound');
select throws_ok($$update cards.games set closed_at = now() where id = test.private()$$, 'KG008', null, 'a room closes once');

-- An empty room closes.
select test.as_user(test.user('dan'));
create temp table e on commit drop as select * from cards.create_game('{}', true);
grant select on e to public;
select lives_ok($$select cards.add_bot(game_id) from e$$, 'a host may fill a room with bots');
select throws_ok($$select cards.spectate(game_id) from e$$, 'KG005', null, 'the last person does not give up the seat to watch');
create temp table d on commit drop as select cards.leave_game(game_id) as index from e;
grant select on d to public;
select is((select test.closed(game_id) from e), true, 'a room closes behind the last person, bots or not');
select is((select cards.leave_game(game_id) from e), (select index from d), 'leaving again gets the first answer, in a room that has closed too');
select throws_ok($$select cards.join_game(join_code) from e$$, 'KG004', null, 'the code of a room that has closed leads nowhere');
select isnt((cards.matchmake()).game_id, (select game_id from e), 'matchmake does not lead into a room that has closed');

-- Kicks and bans.
create temp table k on commit drop as select test.cards_lobby(array['ann', 'eve', 'fay', 'cyd'], '{}', true) as game_id;
grant select on k to public;
create function test.kicking() returns uuid language sql as 'select game_id from k';
select test.as_user(test.user('ann'));
select throws_ok($$select cards.kick_player(test.kicking(), test.pid('eve'), null)$$, 'KG001', null, 'ban is true or false');
create temp table x on commit drop as select cards.kick_player(test.kicking(), test.pid('eve')) as index;
grant select on x to public;
select is(cards.kick_player(test.kicking(), test.pid('eve')), (select index from x), 'a kick that is sent again gets the first answer');
select is(test.seated(test.kicking()), array['ann', 'fay', 'cyd'], 'a kick that is sent again takes no second seat');
select test.as_user(test.user('eve'));
select throws_ok($$select cards.set_ready(test.kicking(), true)$$, 'KG003', null, 'who was kicked hears it');
select is(cards.leave_game(test.kicking()), (select index from x), 'who was kicked has left already');
select throws_ok($$select cards.spectate(test.kicking())$$, 'KG003', null, 'who was kicked does not watch');
select isnt((cards.matchmake()).game_id, test.kicking(), 'matchmake does not lead back to a room that kicked the caller');
select is((cards.join_game(test.code(test.kicking()))).seat_index, 3, 'who was kicked without a ban comes back by the code');
select throws_ok($$select cards.spectate(test.kicking())$$, 'KG003', null, 'who was kicked does not watch after coming back either');
select test.as_user(test.user('ann'));
select cards.kick_player(test.kicking(), test.pid('eve'));
select lives_ok($$select cards.kick_player(test.kicking(), test.pid('eve'), true)$$, 'who was kicked can still be banned');
select lives_ok($$select cards.kick_player(test.kicking(), test.pid('fay'), true)$$, 'a kick can ban at once');
select test.as_user(test.user('eve'));
select throws_ok($$select cards.join_game(test.code(test.kicking()))$$, 'KG003', null, 'who was banned does not come back');
select test.as_user(test.user('fay'));
select throws_ok($$select cards.join_game(test.code(test.kicking()))$$, 'KG003', null, 'a ban with the kick keeps out too');
select test.as_user(test.user('cyd'));
select cards.leave_game(test.kicking());
select isnt((cards.matchmake()).game_id, test.kicking(), 'matchmake does not lead back to a room that the caller left');
select test.as_user(test.user('ann'));
select cards.add_bot(test.kicking());
select lives_ok($$select cards.kick_player(test.kicking(), '00000000-0000-7000-8000-000000000000', true)$$, 'a bot can be kicked');
select is(test.departed(test.kicking()), 3::bigint, 'only people are noted as gone');
select cards.add_bot(test.kicking());
select cards.start_game(test.kicking());
select is(cards.kick_player(test.kicking(), test.pid('eve')) > 0, true, 'in a game that has begun a kick that is sent again gets the first answer');
select throws_ok($$select cards.kick_player(test.kicking(), test.pid('ann'))$$, 'KG001', null, 'the host is not kicked in a game that has begun either');

-- How many rooms and games.
select test.as_owner();
update core.settings set value = '1' where name = 'cards.max_open_rooms';
select test.as_user(test.user('fay'));
select throws_ok($$select cards.create_game() from generate_series(1, 2)$$, 'KG213', null, 'a person is seated in cards.max_open_rooms rooms at the most');
select test.as_owner();
update core.settings set value = '100' where name = 'cards.max_open_rooms';
update core.settings set value = '1' where name = 'cards.games_hosted_per_day';
delete from core.rate_limits where subject like 'cards.hosting:%';
select test.as_user(test.user('fay'));
select lives_ok($$select cards.create_game()$$, 'a person makes as many games a day as cards.games_hosted_per_day says');
select throws_ok($$select cards.create_game()$$, 'KG007', null, 'a person makes no more games a day than cards.games_hosted_per_day says');

select * from finish();
rollback;
