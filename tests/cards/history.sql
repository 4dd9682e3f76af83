-- What happened stays, and completion has a summary.
begin;
select plan(17);

create temp table t on commit drop as select cards.simulate_game(3, 'kept') as game_id;
select throws_ok($$update cards.game_events set type = 'x' where game_id = (select game_id from t)$$, 'KG008', null, 'no role changes an event');
select throws_ok($$delete from cards.game_events where game_id = (select game_id from t)$$, 'KG008', null, 'no role removes an event');
select throws_ok($$truncate cards.game_events$$, 'KG008', null, 'no role empties the log');
select throws_ok($$delete from cards.games where id = (select game_id from t)$$, 'KG008', null, 'no role removes a game');
select throws_ok($$truncate cards.games cascade$$, 'KG008', null, 'no role empties the games');
select throws_ok($$update cards.games set status = 'in_progress', completed_at = null where id = (select game_id from t)$$, 'KG008', null, 'a completed game changes no more');
select throws_ok($$delete from cards.game_summaries$$, 'KG008', null, 'no role removes a summary');
select throws_ok($$update cards.game_summaries set highest_bid = 1$$, 'KG008', null, 'no role changes a summary');
select throws_ok($$truncate cards.game_summaries cascade$$, 'KG008', null, 'no role empties the summaries');

create temp table running on commit drop as select test.cards_game(array['ann', 'bob']) as game_id;
select throws_ok($$update cards.games set status = 'completed', completed_at = now() where id = (select game_id from running)$$, '23503', null, 'a game without a summary cannot be completed');
select throws_ok($$update cards.games set status = 'completed' where id = (select game_id from running)$$, '23514', null, 'a game cannot be completed without an instant of completion');
select throws_ok($$update cards.games set session_seed = 'x' where id = (select game_id from running)$$, 'KG008', null, 'a seed never changes');
select throws_ok($$update cards.games set status = 'lost' where id = (select game_id from running)$$, '23514', null, 'a game has no status but the three');
select throws_ok($$insert into cards.game_events (game_id, event_index, type, payload) select game_id, 0, 'x', '{}' from running$$, '23505', null, 'no index stands twice in a game''s log');
select throws_ok($$insert into cards.game_events (game_id, event_index, type, payload) values (gen_random_uuid(), 0, 'x', '{}')$$, '23503', null, 'an event belongs to a game');
select throws_ok($$insert into cards.players (id, display_name, avatar_seed, color, is_bot) values (gen_random_uuid(), 'x', 'x', 'red', true)$$, '23514', null, 'a bot needs a strategy');
select is((select session_seed_hash from cards.games where id = (select game_id from t)), encode(sha256('kept'), 'hex'), 'the hash of a game''s seed is its SHA-256 in hex');

select * from finish();
rollback;
