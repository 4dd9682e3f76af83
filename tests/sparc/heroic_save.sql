-- The heroic save: one's own failed roll, in time, once per encounter.
begin;
select plan(27);
select test.clients_commit();
select test.set_clock(now());

create temporary table s as select t.* from test.sparc_session('seer', array['ada', 'bo'], started => true) t;
grant select on s to public;
create function pg_temp.hero(player text) returns uuid language sql security definer as $$ select test.sparc_seat((select id from s), player) $$;
-- a roll of the past as the dice may have shown it, put there by the service
create function pg_temp.rolled(player text, success boolean, age interval default '0', roll_type sparc.roll_type default 'attack') returns uuid
language sql security definer as $$
  insert into sparc.dice_rolls (session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type, modifiers, results, total, modified_total, success, outcome, margin, description, created_at)
  values ((select id from s), test.sparc_seat((select id from s), player), 'X', 'grace', 3, 11, rolled.roll_type, '[{"type": "flat", "value": 1}]', '{2,3,4}', 9, 10, rolled.success, case when rolled.success then 'success' else 'failure' end::sparc.roll_outcome, -1, 'leaps', now() - rolled.age)
  returning id
$$;
create temporary table o (name text, id uuid);
insert into o select 'fail', pg_temp.rolled('ada', false);
insert into o select 'fail2', pg_temp.rolled('ada', false);
insert into o select 'success', pg_temp.rolled('ada', true);
insert into o select 'in time', pg_temp.rolled('ada', false, '30 seconds');
insert into o select 'late', pg_temp.rolled('ada', false, '30.001 seconds');
insert into o select 'bo', pg_temp.rolled('bo', false);
grant select on o to public;
create function pg_temp.o(text) returns uuid language sql as $$ select id from o where name = $1 $$;
grant execute on all functions in schema pg_temp to public;

select test.as_user(test.user('ada'));
select throws_ok($$select sparc.heroic_save(pg_temp.o('success'))$$, 'KG411', null, 'a roll that succeeded cannot be saved');
select throws_ok($$select sparc.heroic_save(pg_temp.o('late'))$$, 'KG410', null, 'after 30 seconds it is too late to save a roll');
select throws_ok($$select sparc.heroic_save(pg_temp.o('bo'))$$, 'KG003', null, 'a player saves no roll of another');
select throws_ok($$select sparc.heroic_save(gen_random_uuid())$$, 'KG004', null, 'a player saves no roll that nobody knows');
select throws_ok($$select sparc.heroic_save(null)$$, 'KG004', null, 'a heroic save needs a roll');
create temporary table saved as select * from sparc.heroic_save(original_roll_id => pg_temp.o('in time'));
select is((select (attribute, dice_count, difficulty, modifiers, roll_type, description) from saved), ('grace'::sparc.attribute, 3, 11, '[{"type": "flat", "value": 1}]'::jsonb, 'heroic_save'::sparc.roll_type, 'leaps'::text), 'a failed roll of the last 30 seconds is rolled again as it was');
select is((select original_roll_id from saved), pg_temp.o('in time'), 'a heroic save names the roll that it replaces');
select is((select (cardinality(results), modified_total) from saved), (select (3, total + 1) from saved), 'a heroic save throws as many dice with the same modifiers');
select is((select heroic_saves_used from sparc.session_players where user_id = auth.uid()), 1, 'a heroic save is counted as used');
select throws_ok($$select sparc.heroic_save(pg_temp.o('fail'))$$, 'KG409', null, 'a character has one heroic save in an encounter');
select throws_ok($$insert into sparc.dice_rolls (session_id, character_id, original_roll_id) values ((select id from s), pg_temp.hero('ada'), pg_temp.o('fail'))$$, 'KG409', null, 'a direct insert makes no second heroic save');
select test.as_user(test.user('bo'));
select lives_ok($$select sparc.heroic_save(pg_temp.o('bo'))$$, 'each character has a heroic save of its own');
select test.as_user(test.user('seer'));
select throws_ok($$select sparc.heroic_save(pg_temp.o('fail'))$$, 'KG003', null, 'the Seer saves no roll of a player');
select throws_ok($$update sparc.session_players set heroic_saves_used = 0$$, '42501', null, 'the Seer gives no save back by hand');
select lives_ok($$select sparc.start_encounter((select id from s), 'e1')$$, 'the Seer starts an encounter');
select is((select sum(heroic_saves_used) from sparc.session_players), 0::bigint, 'the start of an encounter gives every save back');
select test.as_user(test.user('ada'));
select lives_ok($$insert into sparc.dice_rolls (description, session_id, character_id, attribute, dice_count, difficulty, roll_type, modifiers, results, original_roll_id) values ('direct', (select id from s), pg_temp.hero('ada'), 'might', 10, 3, 'attack', '[]', '{6}', pg_temp.o('fail'))$$, 'a direct insert may be a heroic save');
select is((select (attribute, dice_count, difficulty, roll_type) from sparc.dice_rolls where original_roll_id = pg_temp.o('fail')), ('grace'::sparc.attribute, 3, 11, 'heroic_save'::sparc.roll_type), 'a direct heroic save is rolled as its original, whatever the insert says');
select test.as_user(test.user('seer'));
select lives_ok($$select sparc.end_encounter((select id from s))$$, 'the Seer ends an encounter');
select is((select sum(heroic_saves_used) from sparc.session_players), 0::bigint, 'the end of an encounter gives every save back');
select test.as_user(test.user('ada'));
select throws_ok($$select sparc.heroic_save(pg_temp.o('fail'))$$, 'KG409', null, 'a roll cannot be saved a second time');
select test.as_owner();
insert into o select 'heroic', pg_temp.rolled('ada', false, roll_type => 'heroic_save');
select test.as_user(test.user('ada'));
select throws_ok($$select sparc.heroic_save(pg_temp.o('heroic'))$$, 'KG411', null, 'a heroic save cannot be saved');
select test.as_user(test.user('seer'));
select lives_ok($$select sparc.kick_player((select id from s), test.user('ada'))$$, 'the Seer kicks a player');
select test.as_user(test.user('ada'));
select throws_ok($$select sparc.heroic_save(pg_temp.o('fail2'))$$, 'KG004', null, 'a kicked player saves nothing any more');
select test.as_user(test.user('seer'));
select lives_ok($$select sparc.pause_session((select id from s))$$, 'the Seer makes a break');
select test.as_user(test.user('bo'));
select throws_ok($$select sparc.heroic_save(pg_temp.o('bo'))$$, 'KG005', null, 'nobody saves a roll in a break');
select test.as_user(test.sparc_sign_up('eve'));
select throws_ok($$select sparc.heroic_save(pg_temp.o('fail'))$$, 'KG004', null, 'a stranger does not know the roll');

select test.as_owner();
select * from finish();
rollback;
