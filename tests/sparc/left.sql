-- Who left a session reads it up to their leaving, and all of it again when they come back; who was kicked hears so.
begin;
select plan(21);
select test.clients_commit();
select test.set_clock('2026-05-05 20:00+00');

create temporary table s as select t.* from test.sparc_session('seer', array['ada', 'bo', 'cy'], max_players => 4, allow_late_join => true) as t;
grant select on s to public;
create function pg_temp.id() returns uuid language sql as $$ select id from s $$;
create function pg_temp.hero(player text) returns uuid language sql security definer as $$ select test.sparc_seat((select id from s), player) $$;
create function pg_temp.last_seq() returns bigint language sql as $$ select max(seq) from sparc.list_session_events(pg_temp.id(), 0, 100) $$;
grant execute on all functions in schema pg_temp to public;
create temporary table before (seq bigint);
grant all on before to public;

select test.as_user(test.user('seer'));
select sparc.start_session(pg_temp.id());
select test.as_user(test.user('ada'));
select sparc.throw_roll(id) from sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 9, description => 'early');
select test.set_clock('2026-05-05 20:01+00');
select test.as_user(test.user('bo'));
insert into before select pg_temp.last_seq();
select sparc.leave_session(pg_temp.id());
select test.set_clock('2026-05-05 20:02+00');
select test.as_user(test.user('ada'));
select sparc.throw_roll(id) from sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 9, description => 'late');
select is((select count(*) from sparc.dice_rolls where session_id = pg_temp.id()), 2::bigint, 'who stays reads every roll');
select cmp_ok(pg_temp.last_seq(), '>', (select seq from before) + 2, 'who stays reads the feed to its end');

select test.as_user(test.user('bo'));
select is((select array_agg(description) from sparc.dice_rolls where session_id = pg_temp.id()), '{early}'::text[], 'who left reads the rolls up to their leaving');
select is((select count(*) from sparc.declared_rolls where session_id = pg_temp.id()), 1::bigint, 'who left reads the declarations up to their leaving');
select cmp_ok((select max(seq) from sparc.session_events where session_id = pg_temp.id()), '<=', (select seq from before) + 1, 'who left reads the feed up to their leaving');
select is(pg_temp.last_seq(), (select max(seq) from sparc.session_events where session_id = pg_temp.id()), 'the list of events ends where the feed ends for who left');
select is((select count(*) from sparc.list_session_events(pg_temp.id(), (select seq from before) + 1, 100)), 0::bigint, 'who left pages no further');
select is(array(select sparc.left_session_ids()), array[pg_temp.id()], 'a session that one left is known as such');

select is((sparc.join_session((select code from s), pg_temp.hero('bo'))).is_active, true, 'who left an active session may come back');
select is((select count(*) from sparc.dice_rolls where session_id = pg_temp.id()), 2::bigint, 'who came back reads what was rolled meanwhile');
select is(array(select sparc.left_session_ids()), '{}'::uuid[], 'who came back has not left');
select test.set_clock('2026-05-05 20:03+00');
select sparc.leave_session(pg_temp.id());
select test.set_clock('2026-05-05 20:04+00');

select test.as_user(test.user('ada'));
select sparc.throw_roll(id) from sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 9, description => 'last');
select test.as_user(test.user('seer'));
select sparc.kick_player(pg_temp.id(), test.user('cy'));
select test.as_user(test.user('cy'));
select throws_ok(format('select sparc.join_session((select code from s), %L)', gen_random_uuid()), 'KG407', null, 'who was kicked hears so by the code');
select is((select count(*) from sparc.session_events where session_id = pg_temp.id()), 0::bigint, 'who was kicked reads nothing of the feed');
select is((select count(*) from sparc.dice_rolls where session_id = pg_temp.id()), 0::bigint, 'who was kicked reads no roll');
select test.as_user(test.sparc_sign_up('eve'));
select throws_ok(format('select sparc.join_session((select code from s), %L)', gen_random_uuid()), 'KG004', null, 'a stranger hears nothing of kicks');

select test.as_user(test.user('seer'));
select sparc.end_session(pg_temp.id());
select test.as_user(test.user('ada'));
select is((select count(*) from sparc.verify_session(pg_temp.id())), 3::bigint, 'who stayed can verify every roll');
select test.as_user(test.user('bo'));
select is((select count(*) from sparc.verify_session(pg_temp.id())), 2::bigint, 'who left can verify the rolls up to their leaving');

select test.set_clock('2027-05-05 20:00+00');
select test.as_service();
select is(sparc.archive_sessions(), 1, 'the session moves to the archive');
select test.as_user(test.user('bo'));
select is((select count(*) from sparc.archived_dice_rolls where session_id = pg_temp.id()), 2::bigint, 'in the archive too who left reads the rolls up to their leaving');
select is((select count(*) from sparc.verify_session(pg_temp.id())), 2::bigint, 'in the archive too who left can verify the rolls up to their leaving');
select test.as_user(test.user('ada'));
select is((select count(*) from sparc.archived_dice_rolls where session_id = pg_temp.id()), 3::bigint, 'in the archive too who stayed reads every roll');
select * from finish();
rollback;
