-- A whole evening, played by ordinary callers through the functions.
begin;
select plan(29);
select test.clients_commit();

select count(test.sparc_sign_up(name)) from unnest(array['seer', 'ada', 'bo', 'cy', 'dee']) as name;
select is((select display_name from sparc.users where id = test.user('ada')), 'Ada', 'sign-up in auth.users makes the profile');

select test.as_user(test.user('seer'));
insert into sparc.adventures (creator_id, name, difficulty, content)
values (test.user('seer'), 'The Drowned Bell', 'hard', '{"start_scene_id": "pier", "scenes": [{"id": "pier", "exits": ["crypt"]}, {"id": "crypt"}]}');
select is((sparc.publish_adventure(id)).status, 'published', 'a valid adventure is published') from sparc.adventures where name = 'The Drowned Bell';
select set_config('t.session', s.id::text, true), set_config('t.code', s.code, true)
from sparc.adventures a, sparc.create_session(a.id, max_players => 3, is_public => true, looking_for => 'a healer', allow_late_join => true) s
where a.name = 'The Drowned Bell';
select matches(current_setting('t.code'), '^[2-9A-HJKMNP-Z]{6}$', 'the session has a code that people can read to each other');

select test.as_user(test.user('ada'));
select set_config('t.ada', (sparc.create_character('Ada the Bold', 'warrior')).id::text, true);
select is((sparc.find_session_by_code(lower(current_setting('t.code')))).adventure_name, 'The Drowned Bell', 'a code is found in any case');
select ok((sparc.join_session(current_setting('t.code'), current_setting('t.ada')::uuid)).is_active, 'Ada takes a seat');
select test.as_user(test.user('bo'));
select set_config('t.bo', (sparc.create_character('Bo', 'rogue')).id::text, true);
select ok((sparc.join_session(current_setting('t.code'), current_setting('t.bo')::uuid)).is_active, 'Bo takes a seat');
select is((select player_count from sparc.browse_sessions(search => 'drowned')), 2, 'browsing shows who is there');

select test.as_user(test.user('seer'));
select is((sparc.start_session(current_setting('t.session')::uuid)).status, 'active', 'the Seer starts the evening');
select is((sparc.start_encounter(current_setting('t.session')::uuid, 'drowned-guard')).current_encounter_id, 'drowned-guard', 'an encounter with the guard begins');

select test.as_user(test.user('ada'));
create temporary table charge as
select * from sparc.roll_dice(current_setting('t.session')::uuid, current_setting('t.ada')::uuid, 'might', 12, 'attack',
  '[{"type": "dice", "value": 2, "source": "charge"}, {"type": "flat", "value": 1}]', 'charges the guard');
select is(dice_count, 7, 'a warrior throws five dice on might, and two more for the charge') from charge;
select is(modified_total, total + 1, 'a flat modifier adds to the total') from charge;
select test.as_owner();
-- a failed roll, as the dice may show it at any time
insert into sparc.dice_rolls (session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type, results, total, modified_total, success, outcome, margin)
values (current_setting('t.session')::uuid, current_setting('t.ada')::uuid, 'Ada the Bold', 'heart', 4, 18, 'defense', '{1,1,1,1}', 4, 4, false, 'critical_failure', -14);
select test.as_user(test.user('ada'));
create temporary table saved as
select h.* from sparc.dice_rolls o, sparc.heroic_save(o.id) h where o.roll_type = 'defense';
select is(roll_type, 'heroic_save', 'a heroic save is rolled') from saved;
select is((dice_count, difficulty), (4, 18), 'a heroic save has the dice and the difficulty of its original') from saved;
select throws_ok(format('select sparc.heroic_save(%L)', (select id from sparc.dice_rolls where roll_type = 'defense')), 'KG409', null, 'a heroic save is made only once');

select test.as_user(test.user('seer'));
select is((sparc.pause_session(current_setting('t.session')::uuid)).status, 'paused', 'the Seer makes a break');
select throws_ok(format('select sparc.roll_dice(%L, %L, ''wit'', 9)', current_setting('t.session'), current_setting('t.bo')), 'KG005', null, 'nobody rolls in the break');
select is((sparc.resume_session(current_setting('t.session')::uuid)).status, 'active', 'the evening goes on after the break');
select ok(not (sparc.kick_player(current_setting('t.session')::uuid, test.user('bo'))).is_active, 'the Seer kicks a player');
select test.as_user(test.user('bo'));
select throws_ok(format('select sparc.join_session(%L, %L)', current_setting('t.code'), current_setting('t.bo')), 'KG407', null, 'a kicked player cannot come back');
select test.as_user(test.user('cy'));
select ok((sparc.join_session(current_setting('t.code'), (sparc.create_character('Cy', 'cleric')).id)).is_active, 'another player joins the evening late');

select test.as_user(test.user('seer'));
select is((sparc.end_session(current_setting('t.session')::uuid, 'completed')).status, 'completed', 'the Seer ends the evening');
select is(array(select games_played from sparc.users where id in (test.user('ada'), test.user('bo'), test.user('cy')))::text, '{1,1,1}', 'everybody who played has played once more');
select is((select games_run from sparc.users where id = test.user('seer')), 1, 'the Seer has run one more game');
select is((select times_played from sparc.adventures where name = 'The Drowned Bell'), 1, 'the adventure was played once more');
select test.as_user(test.user('ada'));
select is((sparc.rate_adventure((select id from sparc.adventures where name = 'The Drowned Bell'), 5)).rating, 5, 'a player rates the adventure');
select is((select average_rating from sparc.adventures where name = 'The Drowned Bell'), 5.00, 'the average rating follows the first rating');
select is(
  array(select seq from sparc.list_session_events(current_setting('t.session')::uuid, 0, 1000)),
  array(select generate_series(1, (select event_seq from sparc.sessions where id = current_setting('t.session')::uuid))),
  'the feed tells the evening without a gap');

select test.as_owner();
update sparc.sessions set ended_at = now() - interval '91 days' where id = current_setting('t.session')::uuid;
select is(sparc.archive_sessions(), 1, 'a session moves to the archive after 91 days');
select test.as_user(test.user('ada'));
select is((select count(*) from sparc.archived_dice_rolls where session_id = current_setting('t.session')::uuid), 3::bigint, 'who took part finds the rolls in the archive');

select test.as_owner();
select * from finish();
rollback;
