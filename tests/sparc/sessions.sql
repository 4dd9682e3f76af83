-- The sessions table keeps its own rules, for the Seer who writes to it directly and for the service.
begin;
select plan(59);
select test.clients_commit();
select test.set_clock(now());

-- every pair of states, in the table
create temporary table allowed (from_status sparc.session_status, to_status sparc.session_status);
insert into allowed values
  ('waiting', 'starting_soon'), ('starting_soon', 'active'), ('active', 'paused'), ('paused', 'active'), ('active', 'completed'),
  ('waiting', 'cancelled'), ('starting_soon', 'cancelled'), ('active', 'cancelled'), ('paused', 'cancelled');
create function pg_temp.change(from_status sparc.session_status, to_status sparc.session_status) returns text language plpgsql as $$
begin
  insert into sparc.sessions (id, seer_id, adventure_id, status) values (gen_random_uuid(), test.user('seer'), test.user('adventure'), from_status);
  update sparc.sessions s set status = to_status where s.seer_id = test.user('seer') and s.status = from_status;
  raise exception using errcode = 'T0000';
exception
  when others then return sqlstate;
end
$$;
select test.sparc_sign_up('seer') is not null as seer;
insert into sparc.adventures (id, creator_id, name, status) values (test.user('adventure'), test.user('seer'), 'Any', 'published');
select is(
  pg_temp.change(f, t), case when (f, t) in (select a.from_status, a.to_status from allowed a) then 'T0000' else 'KG005' end,
  format('%s -> %s is %s', f, t, case when (f, t) in (select a.from_status, a.to_status from allowed a) then 'allowed' else 'refused' end))
from unnest(enum_range(null::sparc.session_status)) f, unnest(enum_range(null::sparc.session_status)) t where f <> t;
select is(sparc.can_become(null, 'active'), null, 'what an unknown state may become is unknown');

create temporary table s as select * from test.sparc_session('seer', array['ada', 'bo']);
grant select on s to public;

-- the Seer's own hand
select test.as_user(test.user('seer'));
select throws_ok($$insert into sparc.sessions (id, seer_id, adventure_id) values (test.user('direct'), auth.uid(), test.user('adventure'))$$, '42501', null, 'a client chooses no id of a session');
select throws_ok($$insert into sparc.sessions (seer_id, adventure_id, created_at) values (auth.uid(), test.user('adventure'), '2020-01-01')$$, '42501', null, 'a client chooses no times of a session');
insert into sparc.sessions (looking_for, seer_id, adventure_id, code, status, started_at, ended_at, event_seq, kicked_user_ids, current_encounter_id)
values ('direct', auth.uid(), test.user('adventure'), 'AAAAAA', 'active', now(), now(), 99, array[test.user('ada')], 'e');
select is((select (status, started_at, ended_at, kicked_user_ids, current_encounter_id) from sparc.sessions where looking_for = 'direct'),
  ('waiting'::sparc.session_status, null::timestamptz, null::timestamptz, '{}'::uuid[], null::text), 'a direct insert waits like every new session');
select isnt((select code from sparc.sessions where looking_for = 'direct'), 'AAAAAA', 'a direct insert gets a code of the server''s choice');
select is((select event_seq from sparc.sessions where looking_for = 'direct'), 1::bigint, 'a direct insert of a session is one event');
select throws_ok(format('insert into sparc.sessions (seer_id, adventure_id) values (%L, %L)', test.user('ada'), test.user('adventure')), '42501', null, 'nobody is made a Seer by another');
select throws_ok(format('insert into sparc.sessions (seer_id, adventure_id) values (%L, gen_random_uuid())', test.user('seer')), 'KG004', null, 'a session is of an adventure that exists');
select throws_ok('update sparc.sessions set seer_id = gen_random_uuid()', '42501', null, 'a Seer gives no session away');
select throws_ok($$update sparc.sessions set code = 'AAAAAA'$$, '42501', null, 'the Seer chooses no code for a session');
select throws_ok('update sparc.sessions set started_at = now()', '42501', null, 'the Seer chooses no time of the start');
select throws_ok('update sparc.sessions set event_seq = 0', '42501', null, 'the Seer chooses no number of events');
select lives_ok($$update sparc.sessions set looking_for = 'a healer', scheduled_start = '2030-01-01', is_public = true, allow_late_join = true, current_scene_id = 'pier', game_state = '{"round": 1}' where id = (select id from s)$$, 'settings, scene and state are the Seer''s');
select throws_ok($$update sparc.sessions set status = 'active' where id = (select id from s)$$, 'KG005', null, 'the states hold against a direct update');
select lives_ok($$update sparc.sessions set status = 'starting_soon' where id = (select id from s)$$, 'a direct update may make an allowed step');
select lives_ok($$update sparc.sessions set max_players = 2 where id = (select id from s)$$, 'seats may go as long as nobody sits in them');
select throws_ok($$update sparc.sessions set max_players = 1 where id = (select id from s)$$, 'KG402', null, 'the seat that somebody sits in is not taken away');
select throws_ok($$update sparc.sessions set max_players = 1 where looking_for = 'direct'$$, '23514', null, 'a session has two seats at least');
select throws_ok($$update sparc.sessions set current_encounter_id = 'e' where id = (select id from s)$$, 'KG005', null, 'an encounter needs an active session');
select lives_ok($$update sparc.sessions set status = 'active' where id = (select id from s)$$, 'a session with players may start by a direct update');
select is((select started_at from sparc.sessions where id = (select id from s)), now(), 'a start by a direct update notes its time');
select throws_ok($$update sparc.sessions set status = 'starting_soon' where looking_for = 'direct'; update sparc.sessions set status = 'active' where looking_for = 'direct'$$, 'KG414', null, 'a session without players does not start');
select lives_ok($$update sparc.sessions set status = 'completed' where id = (select id from s)$$, 'the Seer completes the session directly');
select throws_ok($$update sparc.sessions set looking_for = 'more' where id = (select id from s)$$, 'KG005', null, 'a session that is over is over for the Seer too');
update sparc.sessions set looking_for = 'hacked' where id <> (select id from s);
select throws_ok(format('delete from sparc.sessions where id = %L', (select id from s)), '42501', null, 'no client deletes a session');

select test.as_user(test.user('ada'));
update sparc.sessions set looking_for = 'ada was here' where true;
select test.as_owner();
select is((select count(*) from sparc.sessions where looking_for = 'ada was here'), 0::bigint, 'a player changes nothing of a session');
select throws_ok(format('update sparc.sessions set seer_id = %L where id = (select id from s)', test.user('ada')), 'KG417', null, 'the Seer never changes, whoever asks');
select throws_ok($$update sparc.sessions set code = 'ZZZZZZ' where id = (select id from s)$$, 'KG417', null, 'the code of a session never changes, whoever asks');
insert into sparc.sessions (seer_id, adventure_id, code, status) values (test.user('seer'), test.user('adventure'), 'K3K3K3', 'completed');
select is((select (started_at is not null, ended_at is not null) from sparc.sessions where code = 'K3K3K3'), (true, true), 'what the service inserts has the times of its status');

select * from finish();
rollback;
