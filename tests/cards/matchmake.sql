-- Seats by chance, rooms and watching.
begin;
select plan(17);

select test.clients_commit();
select test.cards_player(n) from unnest(array['m1', 'm2', 'm3', 'm4', 'm5', 'm6']) as n;
select test.as_user(test.user('m1'));
create temp table first_room on commit drop as select * from cards.matchmake();
select is((select seat_index from first_room), 0, 'the first caller of matchmake gets a room of their own');
select is((cards.matchmake()).game_id, (select game_id from first_room), 'who waits in a room keeps the seat when calling matchmake again');
grant select on first_room to public;
select test.as_user(test.user('m2'));
select is((cards.matchmake()).game_id, (select game_id from first_room), 'the second caller of matchmake joins the open room');
select is((select count(*) from cards.list_rooms() where game_id = (select game_id from first_room)), 1::bigint, 'an open public room is listed');
select test.as_user(test.user('m3'));
select is((cards.matchmake(true)).game_id, (select game_id from first_room), 'a caller who asks for bots still joins the open room');
select is(jsonb_array_length(cards.player_view((select game_id from first_room)) -> 'players'), 4, 'bots that were asked for take the free seats');
select is((select count(*) from cards.list_rooms() where game_id = (select game_id from first_room)), 0::bigint, 'a full room is not listed');
select test.as_user(test.user('m4'));
select isnt((cards.matchmake()).game_id, (select game_id from first_room), 'matchmake seats nobody in a full room');
select throws_ok($$select cards.list_rooms(null, 0)$$, 'KG001', null, 'a page has one row at least');
select test.as_user(test.user('m1'));
select cards.start_game((select game_id from first_room));
select throws_ok($$select cards.start_game((select game_id from first_room))$$, 'KG005', null, 'a game cannot be started twice');
select throws_ok($$select cards.spectate((select game_id from first_room))$$, 'KG005', null, 'a seated player cannot watch a running game');
select throws_ok($$select cards.set_ready((select game_id from first_room), true)$$, 'KG005', null, 'readiness cannot change after the game has begun');
select test.as_user(test.user('m5'));
select throws_ok($$select cards.player_view((select game_id from first_room))$$, 'KG004', null, 'a stranger does not see a running game');
select cards.spectate((select game_id from first_room));
select is(cards.player_view((select game_id from first_room)) -> 'hand', '[]', 'a spectator has no hand');
select is(cards.player_view((select game_id from first_room)) -> 'legalMoves', '[]', 'a spectator''s view shows no moves');
select is((select count(*) from cards.legal_moves((select game_id from first_room))), 0::bigint, 'legal_moves has none for a spectator');
select test.as_owner();
update core.settings set value = '1' where name = 'cards.max_spectators';
select test.as_user(test.user('m6'));
select throws_ok($$select cards.spectate((select game_id from first_room))$$, 'KG212', null, 'no more may watch than the setting allows');

select * from finish();
rollback;
