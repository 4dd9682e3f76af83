-- A roll is declared, then thrown; what two transactions see of each other is in tests/sparc/test_chance.py.
begin;
select plan(54);
select test.clients_commit();
select test.set_clock('2026-05-05 20:00+00');

create temporary table s as select t.* from test.sparc_session('seer', array['ada', 'bo'], started => true) as t;
grant select on s to public;
create function pg_temp.id() returns uuid language sql as $$ select id from s $$;
create function pg_temp.hero(player text) returns uuid language sql security definer as $$ select test.sparc_seat((select id from s), player) $$;
create temporary table d (name text, id uuid);
grant select, insert on d to public;
create function pg_temp.d(text) returns uuid language sql as $$ select id from d where name = $1 $$;
create function pg_temp.waits(roll uuid) returns boolean language sql security definer as $$ select thrown_at is null from sparc.declared_rolls where id = roll $$;
create function pg_temp.told() returns jsonb language sql security definer as $$ select p.document - '_v' from s, sparc.session_events as e cross join lateral sparc.read_payload(e.session_id, e.payload) as p (document) where e.session_id = s.id order by e.seq desc limit 1 $$;
create function pg_temp.told_type() returns text language sql security definer as $$ select event_type from sparc.session_events, s where session_id = s.id order by seq desc limit 1 $$;
grant execute on all functions in schema pg_temp to public;

-- what is declared
select test.as_user(test.user('ada'));
create temporary table first as
select * from sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'heart', 12, 'defense', '[{"type": "dice", "value": 1}]', 'ducks');
insert into d select 'first', id from first;
select is((select (roll_number, roller_id, dice_count, difficulty, roll_type, description) from first), (1::bigint, test.user('ada'), 5, 12, 'defense'::sparc.roll_type, 'ducks'::text), 'a declaration freezes what is rolled for and how many dice');
select is((select (thrown_at, declared_at) from first), (null::timestamptz, '2026-05-05 20:00+00'::timestamptz), 'a declared roll waits from the instant of its declaration');
select is((select count(*) from sparc.dice_rolls), 0::bigint, 'a declared roll has no dice yet');
select is(pg_temp.told_type(), 'roll_declared', 'the feed tells that a roll was declared');
select is(pg_temp.told() ->> 'dice_count', '5', 'the feed tells what was declared');
select is((select count(*) from sparc.declared_rolls), 1::bigint, 'the roller sees what they declared');
select test.as_user(test.user('bo'));
select is((select count(*) from sparc.declared_rolls), 1::bigint, 'everybody in the session sees what was declared');
select throws_ok(format('select sparc.throw_roll(%L)', pg_temp.d('first')), 'KG003', null, 'another player cannot throw a declared roll at once');
select throws_ok('insert into sparc.declared_rolls select * from sparc.declared_rolls', '42501', null, 'no client writes a declaration by hand');
select throws_ok('update sparc.declared_rolls set dice_count = 10', '42501', null, 'no client changes a declaration');

-- what changes meanwhile does not matter
select test.as_owner();
update sparc.characters set heart = 1 where id = pg_temp.hero('ada');
select test.as_user(test.user('ada'));
create temporary table thrown as select * from sparc.throw_roll(pg_temp.d('first'));
select is((select (id, roll_number, dice_count, cardinality(results), modifiers) from thrown), (select (id, roll_number, 5, 5, modifiers) from first), 'the throw has the id, the number and the dice of its declaration, whatever became of the character');
select is((select outcome from thrown), (select sparc.judge_roll(results, modified_total, difficulty) from thrown), 'a throw is judged as every roll');
select is((select results from sparc.throw_roll(pg_temp.d('first'))), (select results from thrown), 'a roll that is thrown again stays as it is');
select is((select count(*) from sparc.dice_rolls), 1::bigint, 'a roll that is thrown again is one roll');
select is(pg_temp.told_type(), 'dice_rolled', 'the feed tells that a roll was thrown');
select is(pg_temp.told() ->> 'id', pg_temp.d('first')::text, 'the feed tells which roll was thrown');
select test.as_user(test.user('bo'));
select is((select results from sparc.throw_roll(pg_temp.d('first'))), (select results from thrown), 'whoever sees a thrown roll may ask for it');

-- one waits at a time
select test.as_user(test.user('ada'));
insert into d select 'second', (sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9)).id;
insert into d select 'third', (sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9)).id;
select is(array[pg_temp.waits(pg_temp.d('second')), pg_temp.waits(pg_temp.d('third'))], '{f,t}', 'the next declaration throws the roll that waited');
select test.as_user(test.user('bo'));
insert into d select 'bo', (sparc.declare_roll(pg_temp.id(), pg_temp.hero('bo'), 'wit', 9)).id;
select is(pg_temp.waits(pg_temp.d('third')), true, 'the declaration of another leaves a waiting roll alone');

-- after a minute everybody, and upkeep
select test.as_owner();
select test.set_clock('2026-05-05 20:00:59+00');
select test.as_service();
select is(sparc.throw_overdue_rolls(), 0, 'upkeep throws no declared roll before 60 seconds have passed');
select test.as_owner();
select test.set_clock('2026-05-05 20:01+00');
select test.as_user(test.user('bo'));
select is((sparc.throw_roll(pg_temp.d('third'))).id, pg_temp.d('third'), 'after 60 seconds everybody in the session may throw a declared roll');
select test.as_service();
select is(sparc.throw_overdue_rolls(), 1, 'after 60 seconds upkeep throws what waits');
select is((select count(*) from sparc.dice_rolls), 4::bigint, 'upkeep throws as everybody else');
select test.as_owner();
update core.settings set value = '1' where name = 'sparc.throw_after_seconds';
select test.as_user(test.user('ada'));
insert into d select 'fast', (sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9)).id;
select test.as_owner();
select test.set_clock('2026-05-05 20:01:01+00');
select test.as_user(test.user('bo'));
select lives_ok(format('select sparc.throw_roll(%L)', pg_temp.d('fast')), 'the waiting time is a setting that may be one second');
select test.as_user(test.sparc_sign_up('eve'));
select throws_ok(format('select sparc.throw_roll(%L)', pg_temp.d('fast')), 'KG004', null, 'a stranger throws no roll and learns nothing of it');
select throws_ok('select sparc.throw_roll(null)', 'KG004', null, 'a throw needs a roll');

-- hidden rolls
select test.as_user(test.user('ada'));
insert into d select 'hidden', (sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'wit', 18, description => 'listens at the door', is_hidden => true)).id;
select is(pg_temp.told(), jsonb_build_object('id', pg_temp.d('hidden'), 'is_hidden', true), 'the feed tells of a hidden roll that it was declared, not by whom or for what');
select is((select count(*) from sparc.declared_rolls where is_hidden), 1::bigint, 'the roller sees a hidden roll of their own');
select test.as_user(test.user('bo'));
select is((select count(*) from sparc.declared_rolls where is_hidden), 0::bigint, 'another player sees no hidden roll');
select test.as_owner();
select test.set_clock('2026-05-05 21:00+00');
select test.as_user(test.user('bo'));
select throws_ok(format('select sparc.throw_roll(%L)', pg_temp.d('hidden')), 'KG004', null, 'who may not see a hidden roll cannot throw it, however late');
select test.as_user(test.user('seer'));
select is((select count(*) from sparc.declared_rolls where is_hidden), 1::bigint, 'the Seer sees every hidden roll');
select is((sparc.throw_roll(pg_temp.d('hidden'))).is_hidden, true, 'the Seer throws a hidden roll at once');
select is(pg_temp.told(), jsonb_build_object('id', pg_temp.d('hidden'), 'is_hidden', true), 'the feed tells of a hidden roll that it was thrown, not what it shows');
select test.as_user(test.user('bo'));
select is((select count(*) from sparc.dice_rolls where is_hidden), 0::bigint, 'another player sees no hidden dice');
select throws_ok(format('select sparc.reveal_roll(%L)', pg_temp.d('hidden')), 'KG004', null, 'who does not know a hidden roll cannot reveal it');
select test.as_user(test.user('ada'));
select throws_ok(format('select sparc.reveal_roll(%L)', pg_temp.d('hidden')), 'KG003', null, 'only the Seer reveals a hidden roll');
select test.as_user(test.user('seer'));
select is((sparc.reveal_roll(pg_temp.d('hidden'))).revealed_at, '2026-05-05 21:00+00', 'the Seer reveals a hidden roll');
select is((pg_temp.told() ->> 'description', pg_temp.told() ? 'results'), ('listens at the door'::text, true), 'the feed tells everything of a revealed roll');
create temporary table seq as select max(seq) as seq from sparc.session_events where session_id = pg_temp.id();
select is((sparc.reveal_roll(pg_temp.d('hidden'))).revealed_at, '2026-05-05 21:00+00', 'a roll that is revealed again stays as it is');
select is((select max(seq) from sparc.session_events where session_id = pg_temp.id()), (select seq from seq), 'a roll that is revealed again is no event');
select test.as_user(test.user('bo'));
select is((select count(*) from sparc.dice_rolls where is_hidden), 1::bigint, 'everybody in the session sees a revealed roll');

-- what ends or leaves throws first
insert into d select 'leaver', (sparc.declare_roll(pg_temp.id(), pg_temp.hero('bo'), 'wit', 9)).id;
select lives_ok('select sparc.leave_session(pg_temp.id())', 'a player with a waiting roll leaves');
select is(pg_temp.waits(pg_temp.d('leaver')), false, 'who leaves has thrown what they declared');
select test.as_user(test.user('seer'));
insert into d select 'for bo', (sparc.declare_roll(pg_temp.id(), pg_temp.hero('bo'), 'wit', 9)).id;
select is((sparc.throw_roll(pg_temp.d('for bo'))).character_id, pg_temp.hero('bo'), 'the Seer rolls for a character whose player has left');
select test.as_user(test.user('ada'));
insert into d select 'kicked', (sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9, is_hidden => true)).id;
select test.as_user(test.user('seer'));
select lives_ok($$select sparc.pause_session(pg_temp.id())$$, 'the Seer makes a break while a roll waits');
select is(pg_temp.waits(pg_temp.d('kicked')), true, 'a break leaves a waiting roll');
select throws_ok($$select sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'wit', 9)$$, 'KG005', null, 'nobody declares a roll in a break');
select lives_ok($$select sparc.kick_player(pg_temp.id(), test.user('ada'))$$, 'the Seer kicks a player whose roll waits');
select is(pg_temp.waits(pg_temp.d('kicked')), false, 'who is kicked has thrown what they declared');
select lives_ok($$select sparc.resume_session(pg_temp.id())$$, 'the Seer goes on after the break');
insert into d select 'last', (sparc.declare_roll(pg_temp.id(), pg_temp.hero('bo'), 'wit', 9)).id;
select lives_ok($$select sparc.end_session(pg_temp.id())$$, 'the Seer ends the session while a roll waits');
select is(
  array(select event_type from sparc.session_events where session_id = pg_temp.id() order by seq desc limit 2), array['session_completed', 'dice_rolled'],
  'what ends a session throws what waits before it is told');
select is((select count(*) from sparc.declared_rolls where session_id = pg_temp.id() and is_hidden and revealed_at is null), 0::bigint, 'with the end of a session every hidden roll is open');

-- the time of saves that nobody asked for
select test.as_owner();
update sparc.declared_rolls set save_from = thrown_at where save_from is null;
update core.upkeep_tasks set batch = 2 where task = 'sparc.saves';
insert into sparc.declared_rolls (session_id, roll_number, roller_id, character_id, character_name, attribute, dice_count, difficulty, roll_type, declared_at, decided_in, thrown_at)
select pg_temp.id(), 1000 + i, test.user('ada'), pg_temp.hero('ada'), 'X', 'wit', 3, 11, 'attack', now(), '1', now() + i * interval '1 second'
from generate_series(1, 5) as i;
select test.as_service();
create temporary table run as select 1 as i, r.* from core.run_task('sparc.saves') as r;
insert into run select 2, r.* from core.run_task('sparc.saves') as r;
insert into run select 3, r.* from core.run_task('sparc.saves') as r;
select test.as_owner();
select is(
  (select array_agg((detail, is_waiting)::text order by i) from run) || (select count(*)::text from sparc.declared_rolls where save_from is null),
  '{"(2,t)","(2,t)","(1,f)",0}', 'upkeep starts the time of saves batch by batch, and says when another batch may wait'
);
select * from finish();
rollback;
