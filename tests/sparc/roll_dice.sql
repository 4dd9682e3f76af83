-- Rolls at once, where clients can't abort: who may, how many dice, and that no path lets a client choose what they show.
begin;
select plan(58);
select test.clients_commit();
select test.set_clock(now());

create temporary table s as select 'main' as name, t.* from test.sparc_session('seer', array['ada', 'bo'], started => true) t;
insert into s select 'other', t.* from test.sparc_session('eve', array['cy'], started => true) t;
grant select on s to public;
create function pg_temp.id(session text default 'main') returns uuid language sql as $$ select id from s where name = session $$;
create function pg_temp.hero(player text) returns uuid language sql security definer as $$ select test.sparc_seat(p.session_id, player) from sparc.session_players p where p.user_id = test.user(player) $$;
grant execute on all functions in schema pg_temp to public;
select is(test.sparc_character('seer', 'Goblin') is not null, true, 'the Seer has a character of their own');

select test.as_user(test.user('ada'));
create temporary table r as select * from sparc.roll_dice(
  session_id => pg_temp.id(), character_id => pg_temp.hero('ada'), attribute => 'heart', difficulty => 12, roll_type => 'defense',
  modifiers => '[{"type": "dice", "value": 1}, {"type": "flat", "value": -2}]', description => 'ducks');
select is((select (dice_count, roll_type, attribute, difficulty, description, original_roll_id) from r), (5, 'defense'::sparc.roll_type, 'heart'::sparc.attribute, 12, 'ducks'::text, null::uuid), 'a warrior throws four dice on heart, and one more');
select is((select total from r), (select sum(d)::integer from r, unnest(results) d), 'the total is the sum of the dice');
select is((select (modified_total, margin) from r), (select (total - 2, total - 2 - 12) from r), 'flat modifiers change the total, and the margin is what is over the difficulty');
select is((select outcome from r), (select sparc.judge_roll(results, modified_total, difficulty) from r), 'the outcome of a roll is what judge_roll says');
select is((select character_name from r), (select name from sparc.characters where id = pg_temp.hero('ada')), 'a roll bears the name of its character');
select is((select created_at from r), now(), 'a roll bears the time of the throw');
select is((sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), a, 9)).dice_count, n, format('a warrior throws on %s %s dice', a, n))
from (values ('might'::sparc.attribute, 5), ('grace', 3), ('wit', 2), ('heart', 4)) as t (a, n);
select is((sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, modifiers => '[{"type": "dice", "value": -5}]')).dice_count, 1, 'a roll throws one die at least');
select is((sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, modifiers => '[{"type": "dice", "value": 99}]')).dice_count, 10, 'a roll throws ten dice at most');

select throws_ok($$select sparc.roll_dice(null, pg_temp.hero('ada'), 'wit', 9)$$, 'KG001', null, 'a roll needs a session');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), null, 'wit', 9)$$, 'KG001', null, 'a roll needs a character or a creature');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), null, 9)$$, 'KG001', null, 'a roll needs an attribute');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'luck', 9)$$, '22P02', null, 'an attribute is one of the four');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', null)$$, 'KG001', null, 'a roll needs a difficulty');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 2)$$, 'KG001', null, 'a difficulty is three at least');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 19)$$, 'KG001', null, 'a difficulty is eighteen at most');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, null)$$, 'KG001', null, 'a roll needs a reason');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'heroic_save')$$, 'KG001', null, 'a heroic save is no reason of an ordinary roll');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, modifiers => null)$$, 'KG001', null, 'the modifiers of a roll are a list');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, modifiers => '[{"type": "results", "value": 6}]')$$, 'KG001', null, 'modifiers are of two kinds');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, description => repeat('x', 501))$$, 'KG001', null, 'a description has 500 characters at most');

-- who may
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('bo'), 'wit', 9)$$, 'KG003', null, 'a player does not roll for another');
select throws_ok($$select sparc.roll_dice(pg_temp.id('other'), pg_temp.hero('ada'), 'wit', 9)$$, 'KG004', null, 'a player does not roll in a session of others');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), gen_random_uuid(), 'wit', 9)$$, 'KG004', null, 'a player does not roll for a character that nobody knows');
select throws_ok($$select sparc.roll_dice(gen_random_uuid(), pg_temp.hero('ada'), 'wit', 9)$$, 'KG004', null, 'a player does not roll in a session that nobody knows');
select test.as_user(test.user('seer'));
select is((sparc.roll_dice(pg_temp.id(), pg_temp.hero('bo'), 'wit', 9)).character_id, pg_temp.hero('bo'), 'the Seer rolls for a player''s character');
select is((sparc.roll_dice(pg_temp.id(), (select id from sparc.characters), 'wit', 9)).character_name, 'Goblin', 'the Seer rolls for characters of their own');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('cy'), 'wit', 9)$$, 'KG004', null, 'the Seer does not roll for a character of somebody who is not there');
select test.as_anon();
select throws_ok($$select sparc.roll_dice(pg_temp.id(), gen_random_uuid(), 'wit', 9)$$, '42501', null, 'a stranger who is not signed in rolls nothing');

-- the seed's direct insert
select test.as_user(test.user('ada'));
select throws_ok($$insert into sparc.dice_rolls (id, session_id, character_id, attribute, difficulty, roll_type) values (test.user('forged'), pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'attack')$$, '42501', null, 'a direct insert cannot choose its id');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type, created_at) values (pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'attack', '2020-01-01')$$, '42501', null, 'a direct insert cannot choose its time');
insert into sparc.dice_rolls (description, session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type, results, total, modified_total, success, outcome, margin, animation_seed)
values ('forged', pg_temp.id(), pg_temp.hero('ada'), 'Zeus', 'wit', 10, 3, 'attack', '{6,6,6,6,6,6,6,6,6,6}', 60, 60, true, 'critical_success', 57, 7);
select is((select (dice_count, created_at, total < 13) from sparc.dice_rolls where description = 'forged'), (2, now(), true), 'a direct insert is thrown by the server, not as it says');
select isnt((select character_name from sparc.dice_rolls where description = 'forged'), 'Zeus', 'a direct insert bears the name of its character');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type) values (pg_temp.id(), pg_temp.hero('bo'), 'wit', 9, 'attack')$$, 'KG003', null, 'a direct insert is for a character of one''s own');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type, original_roll_id) values (pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'attack', gen_random_uuid())$$, 'KG004', null, 'a direct insert names no original that is none');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type) values (pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'heroic_save')$$, 'KG004', null, 'a direct insert of a heroic save has an original');
select throws_ok($$update sparc.dice_rolls set total = 60$$, '42501', null, 'no client changes a roll');
select throws_ok($$delete from sparc.dice_rolls$$, '42501', null, 'no client deletes a roll');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type) values (pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'attack') on conflict (id) do update set total = 60$$, '42501', null, 'no client changes a roll by a conflict');
select throws_ok('truncate sparc.dice_rolls', '42501', null, 'nobody empties the table of rolls');

-- visibility
select is((select count(*) from sparc.dice_rolls), 10::bigint, 'participants see the rolls of their session');
select test.as_user(test.user('cy'));
select is((select count(*) from sparc.dice_rolls), 0::bigint, 'others see no roll of the session');

-- the owner's hand
select test.as_owner();
select throws_ok($$update sparc.dice_rolls set total = 60$$, 'KG008', null, 'not even the owner changes a roll');
select throws_ok('truncate sparc.dice_rolls cascade', 'KG008', null, 'nobody empties the table of rolls');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type) values (pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'attack')$$, 'KG002', null, 'the owner throws no dice without a user');

-- creatures and hidden rolls
insert into sparc.creatures (adventure_id, name, stats)
select adventure_id, 'Wyrm', '{"might": 6, "wit": 1, "heart": "brave", "grace": 7}' from s where name = 'main';
create function pg_temp.wyrm() returns uuid language sql security definer as $$ select id from sparc.creatures where name = 'Wyrm' $$;
grant execute on function pg_temp.wyrm() to public;
select test.as_user(test.user('seer'));
create temporary table w as select * from sparc.roll_dice(pg_temp.id(), null, 'might', 9, 'attack', creature_id => pg_temp.wyrm());
select is((select (character_id, creature_id, character_name, dice_count) from w), (null::uuid, pg_temp.wyrm(), 'Wyrm'::text, 6), 'the Seer rolls for a creature as many dice as its stats say');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), null, 'heart', 9, creature_id => pg_temp.wyrm())$$, 'KG001', null, 'a creature without a number for the attribute throws nothing');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), null, 'grace', 9, creature_id => pg_temp.wyrm())$$, 'KG001', null, 'a creature throws no more than six dice on an attribute');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('bo'), 'might', 9, creature_id => pg_temp.wyrm())$$, 'KG001', null, 'a roll is for a character or for a creature, not for both');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), null, 'might', 9, creature_id => gen_random_uuid())$$, 'KG004', null, 'a creature belongs to the adventure of the session');
select test.as_user(test.user('ada'));
select throws_ok($$select sparc.roll_dice(pg_temp.id(), null, 'might', 9, creature_id => pg_temp.wyrm())$$, 'KG003', null, 'a player does not roll for a creature');
select is((sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, is_hidden => true)).is_hidden, true, 'a player may roll in secret');

-- when
select test.as_user(test.user('seer'));
select is((sparc.pause_session(pg_temp.id())).status, 'paused', 'the Seer makes a break');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('bo'), 'wit', 9)$$, 'KG005', null, 'nobody rolls in a break');

select test.as_owner();
select * from finish();
rollback;
