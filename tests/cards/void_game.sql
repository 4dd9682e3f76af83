-- A game that was hurt ends without a result, whatever phase it is in.
begin;
select plan(20);
create temp table t on commit drop as
select test.cards_game(array['ann', 'bob'], '{}', true) as running, test.cards_lobby(array['cyd'], '{}', true) as waiting;
grant select on t to public;
select test.cards_play(running, 0, 'playing') from t;

select test.as_user(test.user('ann'));
select throws_ok('select cards.void_game(running, $$why$$) from t', '42501', null, 'a player cannot void a game');
select test.as_service();
select throws_ok('select cards.void_game(running, $$$$) from t', 'KG001', null, 'a game is voided for a reason');
select throws_ok($$select cards.void_game(gen_random_uuid(), 'why')$$, 'KG004', null, 'a game that is not there cannot be voided');
create temp table voided on commit drop as select cards.void_game(running, 'restored to 03:00') as event_index from t;
select test.as_owner();
select results_eq(
  'select e.type, e.payload from cards.game_events as e, t, voided as v where (e.game_id, e.event_index) = (t.running, v.event_index)',
  $$values ('game_voided', '{"reason": "restored to 03:00", "_v": 1}'::jsonb)$$, 'the log says that a game was voided, and why'
);
select is((select max(event_index) from cards.game_events, t where game_id = running), (select event_index from voided), 'nothing follows when a game is voided');
select results_eq(
  'select g.status, g.voided_at = g.completed_at, g.summary_id from cards.games as g, t where g.id = running',
  $$values ('completed', true, null::uuid)$$, 'a voided game is over and keeps one of the three statuses'
);
select is((select count(*) from cards.game_summaries), 0::bigint, 'a voided game has no summary');
select is((select count(*) from cards.player_lifetime_stats), 0::bigint, 'no statistics count a voided game');
select is((select count(*) from cards.game_states as s, t where s.game_id = running), 0::bigint, 'a voided game leaves no live row for upkeep');
select is((select count(*) from cards.game_players as p, t where p.game_id = running and (p.is_live or p.score is not null)), 0::bigint, 'who played a voided game is free and has no result');
select test.as_service();
select is((select cards.void_game(running, 'again') from t), (select event_index from voided), 'a game that is void already answers with its event');
select is((select count(*) from t, cards.verify_game(running)), 0::bigint, 'a voided game is sound');
select cmp_ok((select cards.void_game(waiting, 'why') from t), '>', 0, 'a game in the lobby can be voided');
select is((select count(*) from t, cards.verify_game(waiting)), 0::bigint, 'a lobby that was voided is sound');
select is((select count(*) from cards.verify_game(cards.import_game((select cards.export_game(running) from t)))), 0::bigint, 'the log of a voided game can be taken elsewhere');
select is(cards.rebuild_lifetime_stats(), 0, 'statistics made anew leave voided games out');
select throws_ok('select cards.game_summary(running) from t', 'KG005', null, 'a voided game has no summary to show');
select test.as_user(test.user('ann'));
select throws_ok($$select cards.place_bid(running, 1) from t$$, 'KG005', null, 'a voided game takes no moves');
select is((select count(*) from cards.room_history()), 0::bigint, 'the history does not list voided games');
select test.as_owner();
set local session_replication_role = replica;
update cards.game_players set score = 5 where game_id = (select running from t);
select test.as_service();
select is((select problem from t, cards.verify_game(running)), 'a game that is void has a result', 'a result that a voided game was given is found');
select * from finish();
rollback;
