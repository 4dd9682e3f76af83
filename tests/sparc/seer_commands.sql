-- start, pause, resume, end, encounters: the Seer's only, in the order of the states.
begin;
select plan(40);
select test.clients_commit();
select test.set_clock(now());

create temporary table s as select t.* from test.sparc_session('seer', array['ada'], is_public => true) t;
grant select on s to public;
create function pg_temp.id() returns uuid language sql as $$ select id from s $$;

-- everybody else
select test.as_user(test.sparc_sign_up('eve'));
select throws_ok(format(call, pg_temp.id()), 'KG003', null, 'only the Seer of a public session may call ' || call)
from unnest(array['select sparc.start_session(%L)', 'select sparc.pause_session(%L)', 'select sparc.resume_session(%L)', 'select sparc.end_session(%L)', 'select sparc.start_encounter(%L, ''e'')', 'select sparc.end_encounter(%L)']) as call;
select throws_ok(format(call, gen_random_uuid()), 'KG004', null, 'an unknown session is not found by ' || call)
from unnest(array['select sparc.start_session(%L)', 'select sparc.pause_session(%L)', 'select sparc.resume_session(%L)', 'select sparc.end_session(%L)', 'select sparc.start_encounter(%L, ''e'')', 'select sparc.end_encounter(%L)']) as call;
select test.as_anon();
select throws_ok(format(call, pg_temp.id()), '42501', null, 'a stranger cannot call ' || call)
from unnest(array['select sparc.start_session(%L)', 'select sparc.pause_session(%L)', 'select sparc.resume_session(%L)', 'select sparc.end_session(%L)', 'select sparc.start_encounter(%L, ''e'')', 'select sparc.end_encounter(%L)']) as call;

select test.as_user(test.user('seer'));
select throws_ok('select sparc.pause_session(pg_temp.id())', 'KG005', null, 'a session that waits is not paused');
select throws_ok('select sparc.resume_session(pg_temp.id())', 'KG005', null, 'a session that waits is not resumed');
select throws_ok('select sparc.end_session(pg_temp.id())', 'KG005', null, 'a session that waits is not completed');
select throws_ok('select sparc.end_encounter(pg_temp.id())', 'KG005', null, 'a session that waits has no encounter to end');
select throws_ok($$select sparc.start_encounter(pg_temp.id(), 'e')$$, 'KG005', null, 'a session that waits starts no encounter');
select is((select (status, started_at) from sparc.start_session(pg_temp.id())), ('active'::sparc.session_status, now()), 'the Seer starts a session that waits');
select is((select (status, started_at) from sparc.start_session(pg_temp.id())), ('active'::sparc.session_status, now()), 'a session that is started again is active already');
select is((sparc.resume_session(pg_temp.id())).status, 'active', 'a session that is resumed again is active already');
select is((sparc.start_encounter(pg_temp.id(), 'e1')).current_encounter_id, 'e1', 'the Seer starts an encounter');
select throws_ok($$select sparc.start_encounter(pg_temp.id(), 'e2')$$, 'KG005', null, 'a second encounter is refused while one runs');
select throws_ok($$select sparc.start_encounter(pg_temp.id(), '')$$, 'KG001', null, 'the name of an encounter is not empty');
select throws_ok($$select sparc.start_encounter(pg_temp.id(), null)$$, 'KG001', null, 'the name of an encounter is not null');
select is((sparc.pause_session(pg_temp.id())).status, 'paused', 'the Seer pauses an active session');
select is((sparc.end_encounter(pg_temp.id())).current_encounter_id, null, 'an encounter may end in a pause');
select throws_ok('select sparc.end_session(pg_temp.id())', 'KG005', null, 'a session that is paused is not completed');
select is((sparc.resume_session(pg_temp.id())).status, 'active', 'the Seer resumes a paused session');
select throws_ok($$select sparc.end_session(pg_temp.id(), 'paused')$$, 'KG001', null, 'the outcome of a session is one of the two ends');
select throws_ok($$select sparc.end_session(pg_temp.id(), null)$$, 'KG001', null, 'the outcome of a session is not null');
select is((select (status, ended_at) from sparc.end_session(session_id => pg_temp.id(), outcome => 'completed')), ('completed'::sparc.session_status, now()), 'the Seer completes an active session');
select is((select count(*) from sparc.sessions where status = 'completed' and started_at = ended_at), 1::bigint, 'a completed session has both its times');

select test.as_owner();
create temporary table cancelled as select t.* from test.sparc_session('seer') t;
grant select on cancelled to public;
select test.as_user(test.user('seer'));
select is((select (sparc.end_session(id, 'cancelled')).status from cancelled), 'cancelled', 'a session that waits may be cancelled');
select test.as_owner();
select is((select (games_run, (select games_played from sparc.users where id = test.user('ada'))) from sparc.users where id = test.user('seer')), (1, 1), 'a cancelled session counts for nobody''s statistics');

select * from finish();
rollback;
