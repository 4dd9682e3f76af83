-- Who lost a code finds the way back.
begin;
select plan(16);

create temp table w on commit drop as select test.cards_lobby(array['ann', 'bob'], '{}', false) as game_id;
create temp table g on commit drop as select test.cards_game(array['bob', 'ann'], '{}', true) as game_id;
grant select on w, g to public;
create function test.code(game_id uuid) returns text language sql security definer as 'select r.join_code from cards.room_directory as r where r.game_id = code.game_id';
create function test.pid(name text) returns uuid language sql security definer as 'select id from cards.players where user_id = test.user(name)::text';

select test.as_user(test.user('ann'));
select is((select array_agg(game_id) from cards.my_games()), (select array[g.game_id, w.game_id] from g, w), 'the own rooms and running games are listed, newest first');
select is((select m.join_code from w, cards.my_games() as m where m.game_id = w.game_id), (select test.code(game_id) from w), 'a private room is listed with its code');
select is((select (m.status, m.is_public, m.is_host, m.seat_index, m.is_my_turn)::text from w, cards.my_games() as m where m.game_id = w.game_id), '(created,f,t,0,f)', 'a room tells its status, host and the own seat');
select is((select (m.status, m.is_public, m.is_host, m.seat_index, m.is_my_turn)::text from g, cards.my_games() as m where m.game_id = g.game_id), '(in_progress,t,f,1,t)', 'a game that runs tells whether it is the own turn');
select is((select m.turn_player_id from g, cards.my_games() as m where m.game_id = g.game_id), test.pid('ann'), 'a game that runs tells whose turn it is');
select is((select count(*) from cards.my_games() where last_event_at is not null), 2::bigint, 'each game tells when something last happened');
select is((select array_agg(game_id) from cards.my_games(null, 1)), (select array[g.game_id] from g), 'a page has as many games as asked for');
select is((select array_agg(m.game_id) from g, cards.my_games(g.game_id) as m), (select array[w.game_id] from w), 'the next page goes on after the last game seen');
select throws_ok($$select cards.my_games(null, 0)$$, 'KG001', null, 'a page of own games has one at least');
select cards.leave_game(game_id) from g;
select is((select count(*) from g, cards.my_games() as m where m.game_id = g.game_id), 1::bigint, 'a running game that the caller left is listed, for the way back');
select lives_ok($$select cards.join_game(m.join_code) from g, cards.my_games() as m where m.game_id = g.game_id$$, 'the code of a game that the caller left leads back');
select cards.kick_player(w.game_id, test.pid('bob')) from w;
select test.as_user(test.user('bob'));
select is((select count(*) from w, cards.my_games() as m where m.game_id = w.game_id), 0::bigint, 'who was kicked does not have the room any more');
select test.as_user(test.user('eve'));
select is_empty($$select * from cards.my_games()$$, 'who never played has no games');
select test.as_service();
select throws_ok($$select * from cards.my_games()$$, 'KG002', null, 'the service has no games of its own');
select test.as_anon();
select throws_ok($$select * from cards.my_games()$$, '42501', null, 'anon has no games');
select test.as_owner();
select test.cards_play(game_id) from g;
select test.as_user(test.user('ann'));
select is((select count(*) from g, cards.my_games() as m where m.game_id = g.game_id), 0::bigint, 'a game that is completed is none of them');

select * from finish();
rollback;
