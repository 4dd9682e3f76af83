-- create_session and the session's code.
begin;
select plan(23);

select test.sparc_adventure('seer') is not null as made;
create temporary table a as select id from sparc.adventures where creator_id = test.user('seer');
grant select on a to public;
select test.sparc_sign_up('ada') is not null as made;

select test.as_user(test.user('seer'));
create temporary table made as select * from sparc.create_session(
  adventure_id => (select id from a), max_players => 5, is_public => true, scheduled_start => '2030-01-01 20:00+00',
  looking_for => 'a healer', allow_late_join => true);
select is((select (seer_id, max_players, is_public, scheduled_start, looking_for, allow_late_join, status) from made),
  (test.user('seer'), 5, true, '2030-01-01 20:00+00'::timestamptz, 'a healer'::text, true, 'waiting'::sparc.session_status), 'a session is as it was asked for');
select is((select event_seq from made), 1::bigint, 'the creation of a session is its first event');
select is((select (max_players, is_public, scheduled_start, looking_for, allow_late_join) from sparc.create_session((select id from a))),
  (4, false, null::timestamptz, null::text, false), 'a session is private, with four seats and no late joins, unless asked for otherwise');
select throws_ok('select sparc.create_session(null)', 'KG001', null, 'a session needs an adventure');
select throws_ok('select sparc.create_session((select id from a), 1)', 'KG001', null, 'a session has two seats at least');
select throws_ok('select sparc.create_session((select id from a), 7)', 'KG001', null, 'a session has six seats at most');
select throws_ok('select sparc.create_session((select id from a), null)', 'KG001', null, 'a session has a number of seats');
select throws_ok('select sparc.create_session((select id from a), is_public => null)', 'KG001', null, 'a session is public or it is not');
select throws_ok('select sparc.create_session((select id from a), allow_late_join => null)', 'KG001', null, 'a session allows late joins or it does not');
select throws_ok($$select sparc.create_session((select id from a), scheduled_start => 'infinity')$$, 'KG001', null, 'the scheduled start of a session is finite');
select throws_ok($$select sparc.create_session((select id from a), looking_for => repeat('x', 501))$$, 'KG001', null, 'what a session looks for has 500 characters at most');
select throws_ok('select sparc.create_session(gen_random_uuid())', 'KG004', null, 'an unknown adventure is not found');
select test.as_user(test.user('ada'));
select lives_ok('select sparc.create_session((select id from a))', 'anybody runs a published adventure');
select test.as_user(test.user('seer'));
update sparc.adventures set status = 'draft' where true;
select lives_ok('select sparc.create_session((select id from a))', 'the creator of a draft runs it');
select test.as_user(test.user('ada'));
select throws_ok('select sparc.create_session((select id from a))', 'KG004', null, 'nobody runs the draft of another');
select test.as_anon();
select throws_ok('select sparc.create_session((select id from a))', '42501', null, 'strangers run no session at all');

-- the code
select test.as_user(test.user('ada'));
select is((sparc.find_session_by_code(' ' || lower((select code from made)) || ' ')).id, (select id from made), 'a code finds its session, in any case and between spaces');
select is((sparc.find_session_by_code((select code from made))).open_slots, 5, 'a search by code tells the seats that are left');
select throws_ok($$select sparc.find_session_by_code('000000')$$, 'KG004', null, 'an unknown code finds nothing');
select throws_ok($$select sparc.find_session_by_code('AAAAAAA')$$, 'KG004', null, 'a code that is too long is not found');
select throws_ok('select sparc.find_session_by_code(null)', 'KG001', null, 'a search by code needs a code');

-- collisions, forced
select test.as_owner();
update sparc.adventures set status = 'published' where true;
create sequence pg_temp.drawn;
create or replace function core.join_code() returns text language sql volatile parallel safe
return case when nextval('pg_temp.drawn') < 5 then (select code::text from made) else 'FRESH2' end;
grant all on sequence pg_temp.drawn to public;
grant select on made to public;
select test.as_user(test.user('ada'));
select is((sparc.create_session((select id from a))).code, 'FRESH2', 'a code that is taken is drawn again');
select throws_ok('select sparc.create_session((select id from a))', 'KG415', null, 'who finds no free code is told to call again');

select test.as_owner();
select * from finish();
rollback;
