-- The feed: every change, in order, without a gap, for participants, for a day.
begin;
select plan(43);
select test.clients_commit();

create temporary table s as select t.* from test.sparc_session('seer', array['ada'], is_public => true) t;
grant select on s to public;
create function pg_temp.id() returns uuid language sql as $$ select id from s $$;
create function pg_temp.last() returns sparc.session_events language sql security definer as $$
  select e.id, e.session_id, e.seq, e.event_type, p.document, e.created_at
  from sparc.session_events as e cross join lateral sparc.read_payload(e.session_id, e.payload) as p (document)
  where e.session_id = pg_temp.id() order by e.seq desc limit 1
$$;
grant execute on all functions in schema pg_temp to public;

select test.as_user(test.user('seer'));
update sparc.sessions set looking_for = 'a bard', max_players = 5, is_public = true, scheduled_start = '2030-01-01', allow_late_join = true, game_state = '{"secret": 1}' where id = pg_temp.id();
select is((pg_temp.last()).event_type, 'session_updated', 'a change of settings is told');
select is((pg_temp.last()).payload - array['scheduled_start', '_v'], '{"looking_for": "a bard", "max_players": 5, "allow_late_join": true, "game_state": "changed"}'::jsonb, 'the feed tells which settings changed, and not the state itself');
update sparc.sessions set looking_for = null, scheduled_start = null where id = pg_temp.id();
select is((pg_temp.last()).payload, '{"looking_for": "", "scheduled_start": "", "_v": 2}'::jsonb, 'what was taken away is told as empty');
select set_config('t.seq', (pg_temp.last()).seq::text, true);
update sparc.sessions set looking_for = null where id = pg_temp.id();
select is((pg_temp.last()).seq::text, current_setting('t.seq'), 'an update that changes nothing is not told');
update sparc.sessions set current_scene_id = 'pier' where id = pg_temp.id();
select is((pg_temp.last()).event_type, 'scene_changed', 'a change of the scene is told');
create temporary table done as select (sparc.start_session(pg_temp.id())).status;
select is((pg_temp.last()).event_type, 'session_started', 'the start of a session is told');
insert into done select (sparc.pause_session(pg_temp.id())).status;
select is((pg_temp.last()).event_type, 'session_paused', 'the pause of a session is told');
insert into done select (sparc.resume_session(pg_temp.id())).status;
select is((pg_temp.last()).event_type, 'session_resumed', 'the end of a pause is told');
insert into done select (sparc.start_encounter(pg_temp.id(), 'e1')).status;
select is((pg_temp.last()).payload ->> 'encounter_id', 'e1', 'the feed tells which encounter started');
insert into done select (sparc.end_encounter(pg_temp.id())).status;
select is(((pg_temp.last()).event_type, (pg_temp.last()).payload ->> 'encounter_id'), ('encounter_ended'::text, 'e1'::text), 'the feed tells which encounter ended');
select test.as_user(test.user('ada'));
create temporary table rolled as select * from sparc.roll_dice(pg_temp.id(), test.sparc_seat(pg_temp.id(), 'ada'), 'wit', 9, 'attack', '[{"type": "flat", "value": 1, "source": "Ada''s luck"}]', 'jumps');
select is((pg_temp.last()).payload - array['_v'], (select to_jsonb(rolled) - array['session_id', 'created_at'] from rolled), 'a roll is told whole');
select throws_ok($$select sparc.roll_dice(pg_temp.id(), test.sparc_seat(pg_temp.id(), 'ada'), 'wit', 99)$$, 'KG001', null, 'a roll of too great a difficulty is refused');
select is((pg_temp.last()).event_type, 'dice_rolled', 'a roll that was refused is not told');
select is((sparc.leave_session(pg_temp.id())).user_id, test.user('ada'), 'a player leaves the running session');
select is((pg_temp.last()).event_type, 'player_left', 'the feed tells who left');
select is((sparc.join_session((select code from s), test.sparc_seat(pg_temp.id(), 'ada'))).user_id, test.user('ada'), 'a player comes back to the session');
select is((pg_temp.last()).event_type, 'player_returned', 'the feed tells who came back');

-- catching up
select is(array(select seq from sparc.list_session_events(pg_temp.id(), 0, 1000)), array(select generate_series(1, (pg_temp.last()).seq)), 'the numbers of a session''s events have no gap');
select is(array(select seq from sparc.list_session_events(session_id => pg_temp.id(), after_seq => 3, page_size => 4)), '{4,5,6,7}'::bigint[], 'a page of events begins after the number given');
select is((select count(*) from sparc.list_session_events(pg_temp.id(), (pg_temp.last()).seq)), 0::bigint, 'there is nothing after the last event');
select throws_ok('select sparc.list_session_events(pg_temp.id(), -1)', 'KG001', null, 'the number after which events are listed is not negative');
select throws_ok('select sparc.list_session_events(pg_temp.id(), null)', 'KG001', null, 'the number after which events are listed is not null');
select throws_ok('select sparc.list_session_events(pg_temp.id(), 0, 0)', 'KG001', null, 'a page of events has one row at least');
select throws_ok('select sparc.list_session_events(null)', 'KG004', null, 'a session that is null has no events');
select is((select count(*) from sparc.session_events where session_id = pg_temp.id()), (pg_temp.last()).seq, 'participants read the table too');
select throws_ok($$insert into sparc.session_events (session_id, event_type) values (pg_temp.id(), 'lie')$$, '42501', null, 'no client writes an event by hand');
select test.as_user(test.sparc_sign_up('eve'));
select is((select count(*) from sparc.session_events), 0::bigint, 'a stranger reads nothing, even of a public session');
select throws_ok('select sparc.list_session_events(pg_temp.id())', 'KG004', null, 'a stranger lists no events of a session');
select test.as_owner();
select is((select count(*) from sparc.session_events where payload::text like '%example.org%'), 0::bigint, 'no address is ever told');
select throws_ok($$update sparc.session_events set payload = '{}'$$, 'KG008', null, 'nobody changes an event of the feed');
select throws_ok('truncate sparc.session_events', 'KG008', null, 'nobody empties the feed by hand');

-- no texts that people wrote
select test.as_user(test.user('ada'));
select is((select payload - '_v' from sparc.list_session_events(pg_temp.id()) where event_type = 'player_joined'), jsonb_build_object('user_id', test.user('ada'), 'display_name', 'Ada', 'character_id', test.sparc_seat(pg_temp.id(), 'ada'), 'character_name', (select name from sparc.characters), 'character_class', 'warrior'), 'who reads that somebody joined reads their names');
select is((select payload -> 'modifiers' -> 0 ->> 'source' from sparc.list_session_events(pg_temp.id()) where event_type = 'dice_rolled'), 'Ada''s luck', 'who reads a roll reads what its modifiers are called');
select test.as_owner();
select is((select count(*) from sparc.session_events where payload ?| '{display_name,character_name,description}' or payload::text ~ '"source"|a bard'), 0::bigint, 'the rows of the feed hold no texts that people wrote');
select is((select count(*) from sparc.session_events where payload ->> '_v' <> '2'), 0::bigint, 'the rows of the feed are of the second form');
insert into sparc.session_events (session_id, event_type, payload) values (pg_temp.id(), 'player_joined', '{"_v": 1, "user_id": "00000000-0000-4000-8000-000000000001", "character_id": "00000000-0000-4000-8000-000000000002", "character_class": "rogue", "display_name": "Zoe", "character_name": "Zed"}');
select is((select payload from sparc.session_events where session_id = pg_temp.id() order by seq desc limit 1), '{"_v": 2, "user_id": "00000000-0000-4000-8000-000000000001", "character_id": "00000000-0000-4000-8000-000000000002", "character_class": "rogue"}', 'an event of the first form is stored without its names');
select is(sparc.read_payload(pg_temp.id(), '{"_v": 1, "user_id": "00000000-0000-4000-8000-000000000001", "character_id": "00000000-0000-4000-8000-000000000002", "character_class": "rogue", "display_name": "Zoe", "character_name": "Zed"}') ->> 'display_name', 'Zoe', 'an event of the first form is still read');

-- a day
insert into sparc.session_events (session_id, seq, event_type, created_at) values (pg_temp.id(), 1000, 'long_ago', now() - interval '3 days');
select is((select tableoid::regclass::text from sparc.session_events where seq = 1000), 'sparc.session_events_default', 'an event of a day without a partition goes to the default one');
create temporary table opened as select sparc.open_event_partitions() as n;
create table sparc.session_events_p20200101 partition of sparc.session_events for values from ('2020-01-01') to ('2020-01-02');
alter table sparc.session_events_p20200101 owner to gamekeeper;
select is(sparc.open_event_partitions(), 1, 'a new partition is opened');
select is(sparc.open_event_partitions(), 0, 'a partition is opened only once');
select is((select count(*) from core.retire_partitions('sparc.session_events', now())), 1::bigint, 'a partition of long ago is dropped');
select is((select retention from core.partitioned_tables where table_name = 'sparc.session_events'), '24:00:00'::interval, 'the feed keeps its events for 24 hours');
select throws_ok($$insert into sparc.session_events (session_id, event_type) values (gen_random_uuid(), 'nowhere')$$, '23502', null, 'an event belongs to a session');

select * from finish();
rollback;
