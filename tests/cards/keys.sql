-- Games and bots that are made under an idempotency key are made once.
begin;
select plan(24);

select test.clients_commit();
select test.cards_player(n) from unnest(array['ann', 'bob']) as n;
create function test.count_games() returns bigint language sql security definer as 'select count(*) from cards.games';
create function test.seats(game_id uuid) returns integer language sql security definer as 'select cardinality((s.state).player_ids) from cards.game_states as s where s.game_id = seats.game_id';

select test.as_user(test.user('ann'));
create temp table g on commit drop as select * from cards.create_game('{"maxPlayers": 3}', false, 'one');
grant select on g to public;
select test.as_owner();
create function test.game() returns uuid language sql as 'select game_id from g';
select test.as_user(test.user('ann'));
select is(cards.create_game('{"maxPlayers": 3}', false, 'one')::text, (select g::text from g), 'the same game under the same key is the first one, with its code and seat');
select is(test.count_games(), 1::bigint, 'a repeated key makes no second game');
select isnt((cards.create_game('{"maxPlayers": 3}', false, 'two')).game_id, test.game(), 'another key makes another game');
select isnt((cards.create_game('{"maxPlayers": 3}')).game_id, (cards.create_game('{"maxPlayers": 3}')).game_id, 'without a key every call makes a game');
select throws_ok($$select cards.create_game('{"maxPlayers": 4}', false, 'one')$$, 'KG006', null, 'a key that made another game conflicts');
select throws_ok($$select cards.create_game('{"maxPlayers": 3}', true, 'one')$$, 'KG006', null, 'a key that made a private game makes no public one');
select throws_ok($$select cards.create_game('{}', false, repeat('k', 201))$$, 'KG001', null, 'a key has 200 characters at most');
select throws_ok($$select cards.create_game('{}', false, '')$$, 'KG001', null, 'a key has one character at least');
select test.as_user(test.user('bob'));
select isnt((cards.create_game('{"maxPlayers": 3}', false, 'one')).game_id, test.game(), 'the key of another caller is another key');

select test.as_user(test.user('ann'));
select is(cards.add_bot(test.game(), 'one'), cards.add_bot(test.game(), 'one'), 'the same bot under the same key is the first one');
select is(test.seats(test.game()), 2, 'a repeated key seats no second bot');
select is(cards.add_bot(test.game(), 'bot'), '00000000-0000-7000-8000-000000000001'::uuid, 'another key seats another bot');
select throws_ok($$select cards.add_bot((cards.create_game()).game_id, 'one')$$, 'KG006', null, 'a key that seated a bot in another game conflicts');
select throws_ok($$select cards.add_bot(test.game(), 'more')$$, 'KG212', null, 'a new key seats no bot in a full game');
select is(cards.add_bot(test.game(), 'one'), '00000000-0000-7000-8000-000000000000'::uuid, 'in a full game too a repeated key gets the first answer');
select cards.start_game(test.game());
select is(cards.add_bot(test.game(), 'one'), '00000000-0000-7000-8000-000000000000'::uuid, 'in a game that has begun too a repeated key gets the first answer');
select throws_ok($$select cards.add_bot(test.game(), 'more')$$, 'KG005', null, 'a new key seats no bot in a game that has begun');
select throws_ok($$select cards.add_bot(test.game(), repeat('k', 201))$$, 'KG001', null, 'a key that is too long seats no bot');

select test.as_service();
create temp table s on commit drop as select cards.simulate_game(2, 'seed', 'one') as simulated;
grant select on s to public;
select is(cards.simulate_game(2, 'seed', 'one'), (select simulated from s), 'a simulated game under the same key is the first one');
select throws_ok($$select cards.simulate_game(3, 'seed', 'one')$$, 'KG006', null, 'a key that simulated another game conflicts');
select test.as_owner();
create temp table l on commit drop as select test.cards_log(simulated) as log from s;
grant select on l to public;
select test.as_service();
create temp table i on commit drop as select cards.import_game(log, 'one') as imported from l;
grant select on i to public;
select is((select cards.import_game(log, 'one') from l), (select imported from i), 'the same log under the same key is the first game');
select isnt((select imported from i), (select simulated from s), 'the same key of another command is another key');
select throws_ok($$select cards.import_game('[]', 'one')$$, 'KG006', null, 'a key that imported another log conflicts');
select throws_ok($$select cards.import_game('[]', repeat('k', 201))$$, 'KG001', null, 'a key that is too long imports nothing');

select * from finish();
rollback;
