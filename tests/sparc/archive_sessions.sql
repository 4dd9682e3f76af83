-- The archive: nothing lost, harmless to repeat, for who took part.
begin;
select plan(33);
select test.clients_commit();

create temporary table s as select t.* from test.sparc_session('seer', array['ada', 'bo'], started => true) t;
create temporary table keep as select t.* from test.sparc_session('seer', array['cy'], started => true) t;
grant select on s, keep to public;
select test.as_user(test.user('ada'));
select count(*) from (select sparc.roll_dice((select id from s), test.sparc_seat((select id from s), 'ada'), 'might', 9) from generate_series(1, 5)) as rolled;
select test.as_user(test.user('seer'));
select is((sparc.end_session((select id from s))).status, 'completed', 'the Seer completes a session');
select is((sparc.end_session((select id from keep), 'cancelled')).status, 'cancelled', 'the Seer cancels another session');
select test.as_owner();
update sparc.sessions set ended_at = now() - interval '90 days' where id in (select id from s union all select id from keep);
select is(sparc.archive_sessions(), 0, 'no session moves to the archive for 90 days');
update sparc.sessions set ended_at = now() - interval '90 days 1 second' where id in (select id from s union all select id from keep);

create temporary table before as
select (select to_jsonb(x) from sparc.sessions x where id = (select id from s)) as session,
  (select jsonb_agg(to_jsonb(x) order by user_id) from sparc.session_players x where session_id = (select id from s)) as players,
  (select jsonb_agg(to_jsonb(x) order by id) from sparc.dice_rolls x where session_id = (select id from s)) as rolls,
  (select jsonb_agg(to_jsonb(x) order by seq) from sparc.session_events x where session_id = (select id from s)) as events,
  (select jsonb_agg((games_played, games_run) order by id) from sparc.users) as statistics;
select is(sparc.archive_sessions(), 1, 'a session that was completed more than 90 days ago moves to the archive');
select is(sparc.archive_sessions(), 0, 'a session moves to the archive only one time');
select is((select to_jsonb(x) - 'archived_at' from sparc.archived_sessions x where id = (select id from s)), (select session from before), 'a session moves to the archive as it was');
select is((select jsonb_agg(to_jsonb(x) order by user_id) from sparc.archived_session_players x where session_id = (select id from s)), (select players from before), 'its players move to the archive as they were');
select is((select jsonb_agg(to_jsonb(x) order by id) from sparc.archived_dice_rolls x where session_id = (select id from s)), (select rolls from before), 'its rolls move to the archive as they were');
select is((select jsonb_agg(to_jsonb(x) order by seq) from sparc.archived_session_events x where session_id = (select id from s)), (select events from before), 'its events move to the archive as they were');
select is((select jsonb_agg((games_played, games_run) order by id) from sparc.users), (select statistics from before), 'the statistics of people stay as they were');
select is((select count(*) from sparc.sessions where id = (select id from s)) + (select count(*) from sparc.dice_rolls where session_id = (select id from s)) + (select count(*) from sparc.session_players where session_id = (select id from s)) + (select count(*) from sparc.session_events where session_id = (select id from s)), 0::bigint, 'nothing of an archived session is left behind');
select is((select count(*) from sparc.sessions where id = (select id from keep)), 1::bigint, 'a cancelled session does not move to the archive');

-- interrupted: a failure in the middle leaves everything where it was
create temporary table again as select t.* from test.sparc_session('seer', array['dee'], started => true) t;
update sparc.sessions set status = 'completed', ended_at = now() - interval '1 year' where id = (select id from again);
create function pg_temp.fail() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
create trigger fail before delete on sparc.sessions for each row execute function pg_temp.fail();
select throws_ok('select sparc.archive_sessions()', 'P0001', 'power cut', 'an interrupted run fails');
select is((select count(*) from sparc.archived_sessions where id = (select id from again)) + (select count(*) from sparc.sessions where id = (select id from again)), 1::bigint, 'an interrupted run leaves the session where it was');
drop trigger fail on sparc.sessions;
select is(sparc.archive_sessions(), 1, 'the run after an interrupted one moves the session');

-- a batch is bounded
insert into sparc.sessions (seer_id, adventure_id, status, started_at, ended_at)
select test.user('seer'), (select adventure_id from keep), 'completed', now() - interval '1 year', now() - interval '1 year' + i * interval '1 hour' from generate_series(1, 5) as i;
update core.settings set value = '2' where name = 'sparc.archive_batch';
select is(array[sparc.archive_sessions(), sparc.archive_sessions(), sparc.archive_sessions(), sparc.archive_sessions()], '{2,2,1,0}', 'a run moves one batch');

-- a session that somebody deletes
create temporary table live as select l.* from test.sparc_session('liv', array['dan'], started => true) as l;
grant select on live to public;
select test.as_service();
delete from sparc.sessions where id = (select id from live);
select test.as_owner();
select is((select status::text from sparc.archived_sessions where id = (select id from live)), 'active', 'a session that is deleted while it runs moves to the archive as it is');
select is((select count(*) from sparc.archived_session_players where session_id = (select id from live)), 1::bigint, 'the players of a deleted session move to the archive with it');
select is((select count(*) from sparc.archived_session_events where session_id = (select id from live)), (select event_seq from live), 'the events of a deleted session move to the archive with it');
select is((select count(*) from sparc.session_players where session_id = (select id from live)), 0::bigint, 'nothing of a deleted session stays behind');
select is((select (operation, actor_role, before ->> 'id') from core.audit_log where table_name = 'sparc.sessions'), ('DELETE'::text, 'service_role'::text, (select id::text from live)), 'the audit log says who deleted a session that was not over');
select is((select count(*) from core.audit_log where table_name = 'sparc.sessions'), 1::bigint, 'upkeep, which deletes completed sessions, leaves no trace in the audit log');

-- who sees it
select test.as_user(test.user('ada'));
select is((select count(*) from sparc.archived_sessions), 1::bigint, 'a player sees an archived session');
select is((select count(*) from sparc.archived_dice_rolls), 5::bigint, 'a player sees the rolls of an archived session');
select is((select count(*) from sparc.archived_session_players), 2::bigint, 'a player sees the players of an archived session');
select is((select count(*) from sparc.archived_session_events) > 0, true, 'a player sees the events of an archived session');
select is((select array_agg(payload ->> 'display_name' order by seq) from sparc.list_session_events((select id from s)) where event_type = 'player_joined'), array['Ada', 'Bo'], 'a player reads names in the events of an archived session');
select is((select count(*) from sparc.list_session_events((select id from s)) where event_type = 'dice_rolled' and payload ->> 'character_name' = (select name from sparc.characters)), 5::bigint, 'a player reads the rolls of an archived session with the name of their character');
select is((sparc.rate_adventure((select adventure_id from s), 4)).rating, 4, 'a player still rates what is archived');
select throws_ok('select sparc.archive_sessions()', '42501', null, 'a player archives nothing by themselves');
select test.as_user(test.user('cy'));
select is((select count(*) from sparc.archived_sessions), 0::bigint, 'others see nothing of an archived session');
select throws_ok($$select sparc.list_session_events((select id from s))$$, 'KG004', null, 'others list no events of an archived session');
select test.as_service();
select is(sparc.archive_sessions(), 0, 'the service may move sessions to the archive');

select test.as_owner();
select * from finish();
rollback;
