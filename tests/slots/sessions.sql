begin;
select plan(47);
select test.clients_commit();
create temp table t as select test.slots_game() as game, test.slots_wallet('ann') as wallet;
grant select on t to public;

-- create_session
select test.as_user(test.user('ann'));
create temp table s as select * from slots.create_session((select game from t), '{"behaviorType": "bold", "maxBet": 5}', (select wallet from t), 'luck');
grant select on s to public;
select results_eq(
  $$ select owner_id, state::text, player_profile, current_wallet_id, client_seed, nonce, seed_no, metrics from s $$,
  format($$ values (%L::uuid, 'Initialized', '{"behaviorType": "bold", "maxBet": 5}'::jsonb, (select wallet from t), 'luck', 0::bigint, 1, '{}'::jsonb) $$, test.user('ann')),
  'a session starts in Initialized'
);
select is(length((select server_seed_hash from s)), 32, 'the hash of the server seed is published at creation');
select is((select count(*) from information_schema.columns where table_schema = 'slots' and table_name = 'sessions' and column_name = 'server_seed'), 0::bigint, 'the server seed is no column of sessions');
select cmp_ok(length((slots.create_session((select game from t), '{}', (select wallet from t))).client_seed), '=', 64, 'a session that names no client seed gets a random one');
select is((slots.create_session((select game from t))).owner_id, test.user('ann'), 'a session without a wallet is the caller''s');
select throws_ok($$ select slots.create_session(gen_random_uuid(), '{}', (select wallet from t), 'x') $$, 'KG004', null, 'a session of an unknown game is refused');
select throws_ok($$ select slots.create_session(null, '{}', (select wallet from t), 'x') $$, 'KG004', null, 'a session without a game is refused');
select throws_ok($$ select slots.create_session((select game from t), '{}', gen_random_uuid(), 'x') $$, 'KG004', null, 'a session with an unknown wallet is refused');
select throws_ok(format($$ select slots.create_session((select game from t), %s, null, 'x') $$, bad), 'KG001', null, format('the profile %s is refused', left(bad, 40)))
from unnest(array[
  'null', '''[]''', '''{"behaviorType": 1}''', '''{"behaviorType": ""}''', '''{"maxBet": "5"}''', '''{"maxBet": -1}''', '''{"maxBet": null}''',
  '''{"maxBet": 1.00001}''', '''{"maxBet": 1e20}''', quote_literal(jsonb_build_object('note', repeat('x', 9000))),
  quote_literal(jsonb_build_object('behaviorType', repeat('x', 101)))
]) as bad;
select throws_ok(format($$ select slots.create_session((select game from t), '{}', null, %L) $$, bad), 'KG001', null, 'a client seed is 1 to 200 characters')
from unnest(array['', repeat('x', 201)]) as bad;
select test.as_user(test.user('bob'));
select throws_ok($$ select slots.create_session((select game from t), '{}', (select wallet from t), 'x') $$, 'KG004', null, 'a session with another user''s wallet is refused');
select test.as_service();
select is((slots.create_session((select game from t), '{}', (select wallet from t), 'x')).owner_id, test.user('ann'), 'a session that the service opens belongs to the wallet''s owner');
select throws_ok($$ select slots.create_session((select game from t)) $$, 'KG002', null, 'a session without a wallet needs somebody signed in');

-- transition
select test.as_user(test.user('ann'));
select is((slots.transition((select session_id from s), 'Initialized')).updated_at, (select updated_at from s), 'a transition to the same state changes nothing');
select is((slots.transition((select session_id from s), 'Probing')).state::text, 'Probing', 'a session may go from Initialized to Probing');
select throws_ok($$ select slots.transition((select session_id from s), 'Evaluating') $$, 'KG005', null, 'a session cannot go from Probing to Evaluating');
select throws_ok($$ select slots.transition((select session_id from s), 'Completed') $$, 'KG005', null, 'a session cannot go from Probing to Completed');
select is((slots.transition((select session_id from s), 'Playing')).state::text, 'Playing', 'a session may go from Probing to Playing');
select throws_ok($$ select slots.transition((select session_id from s), 'Probing') $$, 'KG005', null, 'a session cannot go from Playing back to Probing');
select slots.act((select session_id from s), '{"type": "PlaceBet", "amount": 1}');
select is((slots.transition((select session_id from s), 'Playing')).pending_bet, 1.0000, 'a transition to the same state keeps a placed bet');
select throws_ok($$ select slots.transition((select session_id from s), 'Evaluating') $$, 'KG106', null, 'a placed bet must be spun or cashed out first');
select throws_ok($$ select slots.rotate_seed((select session_id from s)) $$, 'KG106', null, 'no seed is rotated while a bet waits for its spin');
select slots.act((select session_id from s), '{"type": "Spin"}');
select is((slots.transition((select session_id from s), 'Playing')).state::text, 'Playing', 'a session may go from Evaluating to Playing');
select slots.transition((select session_id from s), 'Evaluating');
select is((slots.transition((select session_id from s), 'Completed')).state::text, 'Completed', 'a session may go from Evaluating to Completed');
select throws_ok($$ select slots.transition((select session_id from s), 'Playing') $$, 'KG005', null, 'a completed session cannot go to another state');
select throws_ok(format($$ select slots.transition((select session_id from s), %L) $$, bad), 'KG001', null, 'an unknown state is refused')
from unnest(array['Dreaming', null]) as bad;
select test.as_user(test.user('bob'));
select throws_ok($$ select slots.transition((select session_id from s), 'Playing') $$, 'KG004', null, 'another user''s session is not found');
select throws_ok($$ select slots.session_status((select session_id from s)) $$, 'KG004', null, 'the status of another user''s session is not found');

-- the table keeps the rule, whoever writes
select test.as_owner();
select throws_ok($$ update slots.sessions set state = 'Playing' where session_id = (select session_id from s) $$, 'KG005', null, 'the owner of the table cannot make an illegal step');
select lives_ok($$ update slots.sessions set state = 'Completed' where session_id = (select session_id from s) $$, 'the owner of the table may write the state that a session has');
select throws_ok(
  $$ insert into slots.sessions (owner_id, game_id, player_profile, state) select owner_id, game_id, '{}', 'Completed' from s $$,
  'KG005', null, 'no session starts in Completed'
);
insert into slots.sessions (session_id, owner_id, game_id, player_profile) select test.user('idle'), owner_id, game_id, '{}' from s;
select throws_ok($$ select slots.rotate_seed(test.user('idle')) $$, 'KG005', null, 'an idle session has no seed to rotate');
select throws_ok($$ select slots.act(test.user('idle'), '{"type": "PlaceBet", "amount": 1}') $$, 'KG005', null, 'an idle session cannot be played');
select is((slots.transition(test.user('idle'), 'Initialized')).seed_no, 1, 'the step from Idle to Initialized draws the server seed');
select is((slots.session_status(test.user('idle'))).state::text, 'Initialized', 'the service sees the status of every session');

select * from finish();
rollback;
