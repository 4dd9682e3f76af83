-- Every command can be sent again, and nobody strands a session: repeats, keys, abandoned sessions, another Seer, lost codes.
begin;
select plan(62);
select test.clients_commit();
select test.set_clock('2026-05-05 20:00+00');

create temporary table s as select t.* from test.sparc_session('seer', array['ada', 'bo', 'cy'], max_players => 4) as t;
grant select on s to public;
create function pg_temp.id() returns uuid language sql as $$ select id from s $$;
create function pg_temp.hero(player text) returns uuid language sql security definer as $$ select test.sparc_seat((select id from s), player) $$;
create function pg_temp.events() returns bigint language sql security definer as $$ select event_seq from sparc.sessions where id = (select id from s) $$;
create function pg_temp.told() returns text language sql security definer as $$ select event_type from sparc.session_events where session_id = (select id from s) order by seq desc limit 1 $$;
grant execute on all functions in schema pg_temp to public;
create temporary table n (n bigint);
grant all on n to public;

-- naturally
select test.as_user(test.user('ada'));
insert into n select pg_temp.events();
select is((sparc.join_session((select code from s), pg_temp.hero('ada'))).character_id, pg_temp.hero('ada'), 'a player who joins again gets the seat that they have');
select is(pg_temp.events(), (select n from n), 'a join that is sent again is no event');
insert into sparc.characters (user_id, name, class) values (auth.uid(), 'Spare', 'rogue');
select throws_ok($$select sparc.join_session((select code from s), (select id from sparc.characters where name = 'Spare'))$$, 'KG404', null, 'a player who sits there cannot join with another character');
select test.as_user(test.user('cy'));
select is((sparc.leave_session(pg_temp.id())).is_active, false, 'a player leaves before the start');
delete from n;
insert into n select pg_temp.events();
select is((select (user_id, is_active) from sparc.leave_session(pg_temp.id())), (test.user('cy'), false), 'a leave that is sent again is answered again, though the seat is gone');
select is(pg_temp.events(), (select n from n), 'a leave that is sent again is no event');
select test.as_user(test.sparc_sign_up('eve'));
select throws_ok('select sparc.leave_session(pg_temp.id())', 'KG004', null, 'who never sat there has not left');
select test.as_user(test.user('seer'));
select throws_ok('select sparc.leave_session(pg_temp.id())', 'KG406', null, 'the Seer does not leave, however often they ask');
select is((sparc.kick_player(pg_temp.id(), test.user('bo'))).is_active, false, 'the Seer kicks a player before the start');
delete from n;
insert into n select pg_temp.events();
select is((sparc.kick_player(pg_temp.id(), test.user('bo'))).user_id, test.user('bo'), 'a kick that is sent again is answered again');
select is(pg_temp.events(), (select n from n), 'a kick that is sent again is no event');
select test.as_user(test.user('bo'));
select throws_ok('select sparc.leave_session(pg_temp.id())', 'KG004', null, 'who was kicked learns no more by leaving');
select test.as_user(test.user('seer'));
select is((sparc.start_session(pg_temp.id())).status, 'active', 'the Seer starts the session');
select is((sparc.start_encounter(pg_temp.id(), 'e')).current_encounter_id, 'e', 'the Seer starts an encounter');
delete from n;
insert into n select pg_temp.events();
select is((sparc.start_session(pg_temp.id())).status, 'active', 'a start that is sent again is answered again');
select is((sparc.resume_session(pg_temp.id())).status, 'active', 'a resume of what is active is answered');
select is((sparc.start_encounter(pg_temp.id(), 'e')).current_encounter_id, 'e', 'a start of the same encounter is answered again');
select throws_ok($$select sparc.start_encounter(pg_temp.id(), 'f')$$, 'KG005', null, 'another encounter does not start while one runs');
select is(pg_temp.events(), (select n from n), 'what is so already is no event');
select is((sparc.end_encounter(pg_temp.id())).current_encounter_id, null, 'the Seer ends the encounter');
select is((sparc.end_encounter(pg_temp.id())).current_encounter_id, null, 'an end of an encounter that is sent again is answered again');
select is((sparc.pause_session(pg_temp.id())).status, 'paused', 'the Seer pauses the session');
select is((sparc.pause_session(pg_temp.id())).status, 'paused', 'a pause that is sent again is answered again');
select throws_ok('select sparc.start_session(pg_temp.id())', 'KG005', null, 'a start that comes after a pause is told that the world has moved on');
select is((sparc.resume_session(pg_temp.id())).status, 'active', 'the Seer resumes the session');

-- by key
select test.as_user(test.user('ada'));
create temporary table k as select * from sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 9, idempotency_key => 'one');
select is((select id from sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 9, idempotency_key => 'one')), (select id from k), 'a declaration that is sent again under its key is the same roll');
select throws_ok($$select sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 10, idempotency_key => 'one')$$, 'KG006', null, 'a key stands for one declaration');
select throws_ok($$select sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 9, idempotency_key => '')$$, 'KG001', null, 'a key is not empty');
select throws_ok($$select sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 9, idempotency_key => repeat('k', 201))$$, 'KG001', null, 'a key has 200 characters at most');
select is((select thrown_at from sparc.declared_rolls where id = (select id from k)), null, 'a declaration that is sent again throws nothing');
select isnt((select id from sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 9, idempotency_key => 'two')), (select id from k), 'another key is another roll');
select is((select id from sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 9, idempotency_key => 'one')), (select id from k), 'a declaration that comes late is the roll that was thrown since');
select test.as_user(test.user('seer'));
select isnt((select id from sparc.declare_roll(pg_temp.id(), pg_temp.hero('ada'), 'might', 9, idempotency_key => 'one')), (select id from k), 'the key of another caller is another key');

select test.as_user(test.sparc_sign_up('kim'));
create temporary table kc as select * from sparc.create_character('Kay', 'rogue', idempotency_key => 'kay');
select is((select id from sparc.create_character('Kay', 'rogue', idempotency_key => 'kay')), (select id from kc), 'a character that is made again under its key is the same one');
select throws_ok($$select sparc.create_character('Kay', 'wizard', idempotency_key => 'kay')$$, 'KG006', null, 'a key stands for one character');
select throws_ok($$select sparc.create_character('Kay', 'rogue')$$, 'KG413', null, 'a character that is made again without a key meets its name');
create temporary table ks as select * from sparc.create_session((select adventure_id from s), idempotency_key => 'night');
select is((select id from sparc.create_session((select adventure_id from s), idempotency_key => 'night')), (select id from ks), 'a session that is made again under its key is the same one');
select throws_ok($$select sparc.create_session((select adventure_id from s), 5, idempotency_key => 'night')$$, 'KG006', null, 'a key stands for one session');
select is((select count(*) from sparc.sessions where seer_id = auth.uid()), 1::bigint, 'a request that is repeated makes one session');

-- lost codes
select test.as_user(test.user('ada'));
select is((select array_agg(code) from sparc.my_sessions()), array[(select code from s)], 'a player finds the code of the session that they sit in');
select test.as_user(test.user('seer'));
select is((select array_agg(code) from sparc.my_sessions()), array[(select code from s)], 'the Seer finds the code of the session that they run');
select test.as_user(test.user('cy'));
select is((select count(*) from sparc.my_sessions()), 0::bigint, 'who has left has no way back by their list');

-- another Seer
select test.as_user(test.user('seer'));
select throws_ok('select sparc.transfer_session(pg_temp.id(), gen_random_uuid())', 'KG004', null, 'a session is offered to somebody with a profile');
select throws_ok($$select sparc.transfer_session(pg_temp.id(), test.user('bo'))$$, 'KG004', null, 'a session is not offered to who was kicked from it');
select is((sparc.transfer_session(pg_temp.id(), test.user('ada'))).offered_to, test.user('ada'), 'the Seer offers the session to a player');
select is(pg_temp.told(), 'session_offered', 'the feed tells that the session was offered');
select is((sparc.transfer_session(pg_temp.id(), test.user('ada'))).seer_id, test.user('seer'), 'an offer alone changes no Seer');
select test.as_user(test.user('eve'));
select throws_ok('select sparc.accept_session(pg_temp.id())', 'KG004', null, 'nobody else accepts what was offered');
select test.as_user(test.user('ada'));
select throws_ok($$update sparc.sessions set seer_id = auth.uid()$$, '42501', null, 'nobody makes themselves the Seer by hand');
select is((select (seer_id, offered_to) from sparc.accept_session(pg_temp.id())), (test.user('ada'), null::uuid), 'the player who accepts is the Seer');
select is((sparc.accept_session(pg_temp.id())).seer_id, test.user('ada'), 'an acceptance that is sent again is answered again');
select is((select is_active from sparc.session_players where user_id = auth.uid()), false, 'the new Seer gives up the seat that they had');
select is(pg_temp.told(), 'seer_changed', 'the feed tells who the Seer is now');
select lives_ok('select sparc.pause_session(pg_temp.id())', 'the new Seer runs the session');
select test.as_service();
select is((sparc.transfer_session(pg_temp.id(), test.user('eve'))).seer_id, test.user('eve'), 'the service hands a session over at once');

-- abandoned
select is(sparc.cancel_abandoned_sessions(), 0, 'upkeep leaves a session that was paused a moment ago');
select test.as_owner();
select throws_ok($$select test.as_user(test.user('seer')); select sparc.create_session((select adventure_id from s), scheduled_start => '2026-05-05 19:59+00')$$, 'KG001', null, 'a session does not start in the past');
create temporary table w as select 'now' as name, t.* from test.sparc_session('liv') as t;
select test.as_user(test.user('liv'));
create temporary table later as select * from sparc.create_session((select adventure_id from sparc.sessions where seer_id = auth.uid() limit 1), scheduled_start => '2026-05-07 20:00+00');
grant select on later to public;
select throws_ok($$update sparc.sessions set scheduled_start = '2026-05-05 19:59+00'$$, 'KG001', null, 'a start is not moved into the past');
select test.as_owner();
select test.set_clock('2026-05-06 20:00+00');
select test.as_service();
select is(sparc.cancel_abandoned_sessions(), 2, 'upkeep cancels after a day what was never started');
select is((select status from sparc.sessions where id = (select id from later)), 'waiting', 'a day begins with the scheduled start');
select test.as_owner();
update core.settings set value = '1' where name = 'sparc.paused_timeout_seconds';
select test.set_clock(now() + interval '1 day');
select test.as_service();
select is(sparc.cancel_abandoned_sessions() >= 1, true, 'upkeep cancels what stays paused, after a time that may be one second');
select is((select (s.status, e.event_type) from sparc.sessions as s join sparc.session_events as e on e.session_id = s.id and e.seq = s.event_seq where s.id = pg_temp.id()), ('cancelled'::sparc.session_status, 'session_cancelled'::text), 'the feed tells that a session was cancelled');

select test.as_owner();
select * from finish();
rollback;
