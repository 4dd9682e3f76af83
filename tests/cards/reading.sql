-- Who may read what, and in which pages.
begin;
select plan(40);

create temp table t on commit drop as select test.cards_game(array['ann', 'bob', 'cyd']) as game_id;
grant select on t to public;
create function test.game() returns uuid language sql as 'select game_id from t';
create function test.pid(name text) returns text language sql security definer as 'select id::text from cards.players where user_id = test.user(name)::text';
select test.cards_act(test.game(), 0, 1, null);

select test.as_user(test.user('ann'));
select is((select payload ? 'sessionSeed' from cards.list_events(test.game()) where type = 'game_created'), false, 'a player''s log of a running game leaves out the session seed');
select is((select payload ->> 'sessionSeedHash' from cards.list_events(test.game()) where type = 'game_created'), (select session_seed_hash from cards.games where id = test.game()), 'a player''s log of a running game shows the hash of the seed');
select is((select payload ? 'roundSeed' from cards.list_events(test.game()) where type = 'round_started'), false, 'a player''s log of a running game leaves out the round seeds');
select is((select array_agg(k) from cards.list_events(test.game()), jsonb_object_keys(payload -> 'hands') as k where type = 'cards_dealt'), array[test.pid('ann')], 'a player''s log of a running game shows the own hand only');
select is((select payload ->> 'reason' from cards.list_events(test.game()) where type = 'invalid_action'), 'NOT_PLAYERS_TURN', 'a player''s log shows the reasons of their own misplays');
select test.as_user(test.user('bob'));
select is((select payload -> 'reason' from cards.list_events(test.game()) where type = 'invalid_action'), null, 'a player''s log of a running game hides the reasons of others'' misplays');
select test.as_owner();
create temp table foreign_log on commit drop as select event, at - 1 as at
from jsonb_array_elements(test.cards_external_log(array[(test.pid('cyd'))::uuid, (test.pid('bob'))::uuid], 1)) with ordinality as e (event, at);
create temp table foreign_game on commit drop as select cards.import_game(jsonb_agg(
  event || jsonb_build_object('payload', event -> 'payload' || '{"hands of all": "secret", "card of another": "secret"}'
    || case when event ->> 'type' not in ('cards_dealt') then '{"hands": "secret", "deck": "secret"}'::jsonb else '{"deck": "secret"}' end
    || case when event ->> 'type' = 'game_created' then '{"config": {"shuffle": "external", "rng": "secret"}, "sessionSeedHash": "secret"}'::jsonb else '{}' end)
  order by at)) as game_id from foreign_log where at < (select max(at) from foreign_log);
grant select on foreign_game to public;
select test.as_user(test.user('bob'));
select is((select count(*) from foreign_game, cards.list_events(game_id, -1, 1000) where payload::text like '%secret%'), 0::bigint, 'what another engine put into a log beyond the known keys is left out');
select test.as_owner();
select is_empty($$select type from cards.game_events where cards.redact_event(type, payload, null) - '{sessionSeedHash,hands}'::text[] <> payload - '{sessionSeed,roundSeed,hands,action,reason,deck,hands of all,card of another}'::text[] and type <> 'game_created'$$, 'a redacted event keeps all that is public');
select test.as_user(test.user('bob'));
select is((select count(*) from cards.list_events(test.game(), 2, 3)), 3::bigint, 'a page of the log has the size that was asked for');
select is((select array_agg(event_index) from cards.list_events(test.game(), 2, 3)), array[3, 4, 5], 'a page of the log begins after the index that was given');
select is((select count(*) from cards.list_events(test.game()) where created_at is null), 0::bigint, 'every event has its instant');
select throws_ok($$select cards.list_events(test.game(), -1, 1001)$$, 'KG001', null, 'a page of the log has 1000 events at most');
select throws_ok($$select cards.replay(test.game())$$, 'KG003', null, 'a running game is not replayed for players');
select throws_ok($$select cards.verify_game(test.game())$$, 'KG003', null, 'a running game is not verified for players');
select throws_ok($$select cards.game_summary(test.game())$$, 'KG005', null, 'a running game has no summary for players');
select is((select count(*) from cards.games where id = test.game()), 1::bigint, 'a private game is visible to those in it');
select test.as_user(test.user('eve'));
select is((select count(*) from cards.games where id = test.game()), 0::bigint, 'a private game is visible to nobody outside it');
select throws_ok($$select cards.list_events(test.game())$$, 'KG004', null, 'a stranger finds no log');
select throws_ok($$select cards.player_view(test.game())$$, 'KG004', null, 'a stranger has no view of a running game');
select throws_ok($$select cards.replay(gen_random_uuid())$$, 'KG004', null, 'an unknown game is not found');
select throws_ok($$select session_seed from cards.games$$, '42501', null, 'no client reads the column of seeds');
select throws_ok($$select * from cards.game_events$$, '42501', null, 'no user reads the table of the log');
select throws_ok($$select * from cards.game_states$$, '42501', null, 'no user reads the live states');
select test.as_service();
select is((cards.state_document(cards.replay(test.game(), 0)) ->> 'phase'), 'lobby', 'the service replays to any index');
select throws_ok($$select cards.replay(test.game(), 99999)$$, 'KG001', null, 'an index behind the end of the log is refused');
select throws_ok($$select cards.replay(test.game(), -1)$$, 'KG001', null, 'an index below 0 is refused');
select throws_ok($$select cards.player_view(gen_random_uuid())$$, 'KG004', null, 'an unknown game is not found for the service either');
select throws_ok($$select cards.game_summary(test.game())$$, 'KG005', null, 'a running game has no summary for the service either');
select test.as_owner();

select test.cards_play(test.game());
select test.as_user(test.user('ann'));
select is((select payload ? 'sessionSeed' from cards.list_events(test.game()) where type = 'game_created'), true, 'after completion the seed is open');
select is((select count(*) from cards.list_events(test.game(), -1, 1000) e, jsonb_object_keys(e.payload -> 'hands') as k where type = 'cards_dealt'), 30::bigint, 'after completion the hands of all ten rounds are open');
select is((cards.player_view(test.game()) ->> 'phase'), 'completed', 'a player''s view of a completed game shows its end');
select is((cards.game_summary(test.game())).session_seed, cards.player_view(test.game()) ->> 'sessionSeed', 'the summary names the seed');
select is((cards.state_document(cards.replay(test.game())) -> 'cumulativeScores'), (cards.game_summary(test.game())).final_scores, 'a player of a completed game may replay it');
select is((select count(*) from cards.list_player_games(test.pid('ann')::uuid)), 1::bigint, 'one''s games are listed');
select is((select array_agg(m) from cards.legal_moves(cards.replay(test.game(), 40), (test.pid('ann'))::uuid) as m), (select array_agg(m) from cards.legal_moves(cards.replay(test.game(), 40), (test.pid('ann'))::uuid) as m where m like 'd0:%'), 'a player of a completed game may ask what they could have played');
select throws_ok($$select cards.apply_event(null, null)$$, '42501', null, 'the reducer, which sets no search path, is for our own functions');
select test.as_user(test.user('eve'));
select throws_ok($$select cards.game_summary(test.game())$$, 'KG004', null, 'a completed private game has no summary for strangers');
select is((select count(*) from cards.list_player_games(test.pid('ann')::uuid)), 0::bigint, 'a private game is not listed for strangers');
select test.as_owner();
create temp table public_games on commit drop as select test.cards_game(array['ann', 'bob'], '{}', true) as game_id from generate_series(1, 3);
grant select on public_games to public;
select test.cards_play(game_id) from public_games;
select test.as_user(test.user('eve'));
select is((select array_agg(h.game_id) from cards.room_history(null, 2) as h), (select array_agg(game_id) from (select game_id from public_games order by game_id desc limit 2) as x), 'completed public games are listed, the newest first');
select is((select array_agg(h.game_id) from cards.room_history((select game_id from public_games order by game_id offset 1 limit 1), 2) as h), (select array_agg(game_id) from (select game_id from public_games order by game_id limit 1) as x), 'a page of the history follows the page before it');

select * from finish();
rollback;
