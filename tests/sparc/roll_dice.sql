-- Rolls: who may, how many dice, and that no path lets a client choose what they show.
begin;
select plan(51);

create temporary table s as select 'main' as name, t.* from test.sparc_session('seer', array['ada', 'bo'], started => true) t;
insert into s select 'other', t.* from test.sparc_session('eve', array['cy'], started => true) t;
grant select on s to public;
create function pg_temp.id(session text default 'main') returns uuid language sql as $$ select id from s where name = session $$;
create function pg_temp.hero(player text) returns uuid language sql security definer as $$ select test.sparc_seat(p.session_id, player) from sparc.session_players p where p.user_id = test.user(player) $$;
grant execute on all functions in schema pg_temp to public;
select is(test.sparc_character('seer', 'Goblin') is not null, true, 'the Seer has a figure');

select test.as_user(test.user('ada'));
create temporary table r as select * from sparc.roll_dice(
  session_id => pg_temp.id(), character_id => pg_temp.hero('ada'), attribute => 'heart', difficulty => 12, roll_type => 'defense',
  modifiers => '[{"type": "dice", "value": 1}, {"type": "flat", "value": -2}]', description => 'ducks');
select is((select (dice_count, roll_type, attribute, difficulty, description, original_roll_id) from r), (5, 'defense'::sparc.roll_type, 'heart'::sparc.attribute, 12, 'ducks'::text, null::uuid), 'a warrior throws four dice on heart, and one more');
select is((select total from r), (select sum(d)::integer from r, unnest(results) d), 'the total is the sum of the dice');
select is((select (modified_total, margin) from r), (select (total - 2, total - 2 - 12) from r), 'flat modifiers change it; the margin is what is over');
select is((select outcome from r), (select sparc.judge_roll(results, modified_total, difficulty) from r), 'the outcome is judged');
select is((select character_name from r), (select name from sparc.characters where id = pg_temp.hero('ada')), 'the name is the character''s');
select is((select created_at from r), now(), 'the time is now');
select is((sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), a, 9)).dice_count, n, format('%s throws %s', a, n))
from (values ('might'::sparc.attribute, 5), ('grace', 3), ('wit', 2), ('heart', 4)) as t (a, n);
select is((sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, modifiers => '[{"type": "dice", "value": -5}]')).dice_count, 1, 'one die at least');
select is((sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, modifiers => '[{"type": "dice", "value": 99}]')).dice_count, 10, 'ten at most');

select throws_ok($$select sparc.roll_dice(null, pg_temp.hero('ada'), 'wit', 9)$$, 'KG001', null, 'a session is needed');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), null, 'wit', 9)$$, 'KG001', null, 'a character is needed');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), null, 9)$$, 'KG001', null, 'an attribute is needed');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'luck', 9)$$, '22P02', null, 'one of the four');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', null)$$, 'KG001', null, 'a difficulty is needed');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 2)$$, 'KG001', null, 'three at least');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 19)$$, 'KG001', null, 'eighteen at most');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, null)$$, 'KG001', null, 'a reason is needed');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'heroic_save')$$, 'KG001', null, 'and is no heroic save');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, modifiers => null)$$, 'KG001', null, 'modifiers are a list');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, modifiers => '[{"type": "results", "value": 6}]')$$, 'KG001', null, 'of two kinds');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, description => repeat('x', 501))$$, 'KG001', null, 'a description is short');

-- who may
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('bo'), 'wit', 9)$$, 'KG003', null, 'a player does not roll for another');
select throws_ok($$select sparc.roll_dice(pg_temp.id('other'), pg_temp.hero('ada'), 'wit', 9)$$, 'KG004', null, 'or in another session');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), gen_random_uuid(), 'wit', 9)$$, 'KG004', null, 'or with nobody');
select throws_ok($$select sparc.roll_dice(gen_random_uuid(), pg_temp.hero('ada'), 'wit', 9)$$, 'KG004', null, 'or nowhere');
select test.as_user(test.user('seer'));
select is((sparc.roll_dice(pg_temp.id(), pg_temp.hero('bo'), 'wit', 9)).character_id, pg_temp.hero('bo'), 'the Seer rolls for a player''s character');
select is((sparc.roll_dice(pg_temp.id(), (select id from sparc.characters), 'wit', 9)).character_name, 'Goblin', 'and for figures of their own');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('cy'), 'wit', 9)$$, 'KG004', null, 'but not for somebody who is not there');
select test.as_anon();
select throws_ok($$select sparc.roll_dice(pg_temp.id(), gen_random_uuid(), 'wit', 9)$$, '42501', null, 'a stranger rolls nothing');

-- the seed's direct insert
select test.as_user(test.user('ada'));
select throws_ok($$insert into sparc.dice_rolls (id, session_id, character_id, attribute, difficulty, roll_type) values (test.user('forged'), pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'attack')$$, '42501', null, 'the server gives ids');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type, created_at) values (pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'attack', '2020-01-01')$$, '42501', null, 'and times');
insert into sparc.dice_rolls (description, session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type, results, total, modified_total, success, outcome, margin, animation_seed)
values ('forged', pg_temp.id(), pg_temp.hero('ada'), 'Zeus', 'wit', 10, 3, 'attack', '{6,6,6,6,6,6,6,6,6,6}', 60, 60, true, 'critical_success', 57, 7);
select is((select (dice_count, created_at, total < 13) from sparc.dice_rolls where description = 'forged'), (2, now(), true), 'a direct insert is thrown by the server, not as it says');
select isnt((select character_name from sparc.dice_rolls where description = 'forged'), 'Zeus', 'under the character''s own name');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type) values (pg_temp.id(), pg_temp.hero('bo'), 'wit', 9, 'attack')$$, 'KG003', null, 'for one''s own character');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type, original_roll_id) values (pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'attack', gen_random_uuid())$$, 'KG004', null, 'and with no original that is none');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type) values (pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'heroic_save')$$, 'KG004', null, 'a heroic save has an original');
select throws_ok($$update sparc.dice_rolls set total = 60$$, '42501', null, 'no client changes a roll');
select throws_ok($$delete from sparc.dice_rolls$$, '42501', null, 'or deletes one');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type) values (pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'attack') on conflict (id) do update set total = 60$$, '42501', null, 'or slips past by a conflict');
select throws_ok('truncate sparc.dice_rolls', '42501', null, 'or empties the table');

-- visibility
select is((select count(*) from sparc.dice_rolls), 10::bigint, 'participants see the rolls of their session');
select test.as_user(test.user('cy'));
select is((select count(*) from sparc.dice_rolls), 0::bigint, 'others do not');

-- the owner's hand
select test.as_owner();
select throws_ok($$update sparc.dice_rolls set total = 60$$, 'KG008', null, 'not even the owner changes a roll');
select throws_ok('truncate sparc.dice_rolls cascade', 'KG008', null, 'or empties the table');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type) values (pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, 'attack')$$, 'KG002', null, 'who throws no dice without a user');

-- when
select test.as_user(test.user('seer'));
select is((sparc.pause_session(pg_temp.id())).status, 'paused', 'in a break');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), pg_temp.hero('bo'), 'wit', 9)$$, 'KG005', null, 'nobody rolls');

select test.as_owner();
select * from finish();
rollback;
