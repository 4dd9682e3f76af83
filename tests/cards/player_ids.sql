-- Whose player somebody is follows from a secret, and from nothing else.
begin;
select plan(18);
create function pg_temp.player(name text) returns cards.players language sql as $$
  select p from cards.players as p where p.user_id = test.user(player.name)::text
$$;
select test.as_user(test.user('ann'));
create temp table told as select * from cards.my_profile();
select is((select count(*) from cards.my_games()), 0::bigint, 'who asks for a profile has made no game');
select lives_ok($$select cards.create_game()$$, 'somebody without a profile makes a game');
select results_eq('select * from cards.my_profile()', 'select * from told', 'before the first game the profile is what the first game makes it');
select is((select avatar_seed from told), (select player_id::text from told), 'an avatar is drawn from the player''s id until the player chooses');
select test.as_owner();
select is((pg_temp.player('ann')).id, cards.player_id_of(test.user('ann')::text), 'the player of a person is the one that the secret gives');
select is(core.slot_in((pg_temp.player('ann')).id), core.slot_of(test.user('ann')::text), 'a player''s id carries the slot of the person');
select matches((pg_temp.player('ann')).id::text, '^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$', 'a player''s id is a uuid of version 8');
select is(cards.player_id_of(upper(test.user('ann')::text)), (pg_temp.player('ann')).id, 'a person''s id in capitals is the same person');
select is(
  (select count(distinct cards.player_id_of('person ' || n)) from generate_series(1, 5000) as n), 5000::bigint, 'different people are different players'
);
-- HMAC-SHA256 written anew, with a secret that everybody may know
create temp table kept as select * from cards.player_secret;
update cards.player_secret set inner_block = core.hmac_pad('\x6b6579', 54), outer_block = core.hmac_pad('\x6b6579', 92);
-- HMAC-SHA256('key', '8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10'), by any tool
select is(
  cards.player_id_of('8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10'),
  '35571b63-74f3-852b-9aac-3bbc3e40b1ba'::uuid,
  'a player''s id is 112 bits of HMAC-SHA256 and the slot, for whoever has the secret'
);
select isnt(cards.player_id_of(test.user('ann')::text), (pg_temp.player('ann')).id, 'another secret gives another player');
select test.as_user(test.user('ann'));
select lives_ok($$select cards.create_game()$$, 'who has a player makes a game under another secret');
select test.as_owner();
select is((select count(*) from cards.players where user_id = test.user('ann')::text), 1::bigint, 'who has a player keeps it when the secret changes');
update cards.player_secret as s set inner_block = k.inner_block, outer_block = k.outer_block from kept as k;

-- a log of a server with the same secret came first
insert into cards.players (id, display_name, avatar_seed, color) values (cards.player_id_of(test.user('bob')::text), 'Bob', 'b', 'teal');
select test.as_user(test.user('bob'));
select lives_ok($$select cards.create_game()$$, 'whose player came with a log makes a game');
select test.as_owner();
select is((pg_temp.player('bob')).display_name, 'Bob', 'a person takes the player that a log brought');
select is(
  (select count(*) from cards.players as p, unnest(array['ann', 'bob']) as n
    where to_jsonb(p) - 'user_id' @? format('$.* ? (@ like_regex "%s|%s")', test.user(n), md5(test.user(n)::text))::jsonpath),
  0::bigint, 'nothing of a new profile but the hidden account names the account or its plain hash'
);
select test.as_user(test.user('ann'));
select throws_ok($$select * from cards.player_secret$$, '42501', null, 'no user reads the secret of players');
select test.as_service();
select throws_ok($$select cards.player_id_of('x')$$, '42501', null, 'not even the service asks which player an account is');
select test.as_owner();
select * from finish();
rollback;
