-- What a completed session counts, once; the counters, the health checks, the upkeep.
begin;
select plan(24);
select test.clients_commit();

create temporary table s as select t.* from test.sparc_session('seer', array['ada', 'bo', 'cy'], started => true, allow_late_join => true) t;
create temporary table waiting as select t.* from test.sparc_session('seer', array['dee']) t;
grant select on s, waiting to public;
create function pg_temp.played(player text) returns integer language sql as $$ select games_played from sparc.users where id = test.user(player) $$;
grant execute on all functions in schema pg_temp to public;

select test.as_user(test.user('dee'));
select is((sparc.leave_session((select id from waiting))).is_active, false, 'Dee leaves before the start');
select test.as_user(test.user('bo'));
select is((sparc.leave_session((select id from s))).is_active, false, 'Bo leaves in the middle');
select test.as_user(test.user('seer'));
select is((sparc.kick_player((select id from s), test.user('cy'))).is_active, false, 'Cy is kicked in the middle');
select is((select games_run from sparc.users where id = test.user('seer')), 0, 'a session that is not over counts for nobody');
select is((sparc.end_session((select id from s))).status, 'completed', 'the session is completed');
select is((select games_run from sparc.users where id = test.user('seer')), 1, 'the Seer of a completed session has run a game');
select is(array[pg_temp.played('ada'), pg_temp.played('bo'), pg_temp.played('cy')], '{1,1,1}', 'whoever was in a completed session has played one game');
select is(pg_temp.played('dee'), 0, 'who left before the start has played none');
select is((select times_played from sparc.adventures where id = (select adventure_id from s)), 1, 'the adventure of a completed session was played one time');
select is((sparc.end_session((select id from s))).status, 'completed', 'a session that is ended again is over already');
select test.as_owner();
update sparc.sessions set status = 'completed' where id = (select id from s);
select is((select games_run from sparc.users where id = test.user('seer')), 1, 'a session that is set to completed again counts nothing more');

select cmp_ok((select completed_sessions from sparc.sparc_stats), '>=', 1::bigint, 'the counters of sparc count sessions');
select is((select rolls from sparc.sparc_stats), (select count(*) from sparc.dice_rolls), 'the counters of sparc count rolls');
select test.as_service();
select lives_ok('select * from sparc.sparc_stats', 'the service reads the counters of sparc');
select is((select count(*) from core.health() where name like 'sparc.%' and ok), 3::bigint, 'all health checks of sparc are ok');
select is((select count(*) from core.maintain_once() where task like 'sparc.%' and ok), 6::bigint, 'upkeep runs every task of sparc');
select test.as_user(test.user('ada'));
select throws_ok('select * from sparc.sparc_stats', '42501', null, 'players do not read the counters');

select test.as_owner();
update sparc.sessions set ended_at = now() - interval '98 days' where id = (select id from s);
select is((select ok from sparc.health_archive()), false, 'the health check sees an archive that is late');
do $$ begin
  execute (select format('alter publication %I drop table sparc.session_events', pubname) from pg_publication p join pg_publication_rel r on r.prpubid = p.oid where r.prrelid = 'sparc.session_events'::regclass);
end $$;
select is((select ok from sparc.health_realtime()), false, 'the health check sees a feed that is not published');

-- NOTIFY, an opt-in
select is((select value from core.settings where name = 'sparc.notify'), 'false', 'NOTIFY is off by default');
select ok(h.ok, 'while NOTIFY is off it tells nobody anything') from sparc.health_notify() as h;
update core.settings set value = 'true' where name = 'sparc.notify';
select matches((select h.detail from sparc.health_notify() as h where not h.ok), 'PUBLIC may connect', 'health says that whoever may connect can listen to private sessions');
do $$ begin execute format('revoke connect on database %I from public', current_database()); end $$;
select ok(h.ok, 'NOTIFY may be on where only named roles connect') from sparc.health_notify() as h;
select lives_ok($$insert into sparc.session_events (session_id, event_type) values ((select id from s), 'told')$$, 'the notification of events can be switched on');

select * from finish();
rollback;
