-- Joining, leaving and being kicked.
begin;
select plan(43);
select test.clients_commit();
select test.set_clock(now());

create temporary table s as select 'main' as name, t.* from test.sparc_session('seer', array['ada'], max_players => 3) t;
insert into s select 'other', t.* from test.sparc_session('seer') t;
create temporary table c as
select name, test.sparc_character(name, 'Hero of ' || name) as id from unnest(array['bo', 'cy', 'dee', 'eve']) as name;
grant select on s, c to public;
create function pg_temp.join(player text, session text default 'main', hero text default null) returns sparc.session_players language plpgsql as $$
begin
  return sparc.join_session((select code from s where s.name = session), (select id from c where c.name = coalesce(hero, player)));
end
$$;
create function pg_temp.id(session text default 'main') returns uuid language sql as $$ select id from s where name = session $$;
grant execute on all functions in schema pg_temp to public;

select test.as_user(test.user('bo'));
select throws_ok($$select pg_temp.join('bo', hero => 'cy')$$, 'KG004', null, 'nobody joins with another''s character');
select throws_ok($$select sparc.join_session((select code from s limit 1), null)$$, 'KG001', null, 'nobody joins without a character');
select throws_ok($$select sparc.join_session(null, (select id from c limit 1))$$, 'KG001', null, 'nobody joins without a code');
select throws_ok($$select sparc.join_session('000000', (select id from c where name = 'bo'))$$, 'KG004', null, 'nobody joins with a wrong code');
select throws_ok($$select sparc.join_session('$%&', (select id from c where name = 'bo'))$$, 'KG004', null, 'nobody joins with a code that is nonsense');
select is((select (user_id, is_active, heroic_saves_used, left_at) from pg_temp.join('bo')), (test.user('bo'), true, 0, null::timestamptz), 'a player takes a seat');
select lives_ok($$select pg_temp.join('bo')$$, 'a player who joins again with the same character sits there as before');
select throws_ok($$select pg_temp.join('bo', 'other')$$, 'KG403', null, 'a character sits in one session at a time');
select lives_ok($$select sparc.join_session((select code from s where name = 'other'), (sparc.create_character('Second', 'rogue')).id)$$, 'another character of the same player may sit in another session');
select test.as_user(test.user('seer'));
select throws_ok($$select sparc.join_session((select code from s where name = 'main'), (sparc.create_character('Self', 'rogue')).id)$$, 'KG405', null, 'the Seer does not play');
select throws_ok($$select sparc.leave_session(pg_temp.id())$$, 'KG406', null, 'the Seer does not leave the session');
select test.as_user(test.user('cy'));
select lives_ok($$select pg_temp.join('cy')$$, 'the last seat is taken');
select test.as_user(test.user('dee'));
select throws_ok($$select pg_temp.join('dee')$$, 'KG402', null, 'when every seat is taken nobody joins');
select test.as_anon();
select throws_ok($$select sparc.join_session('000000', gen_random_uuid())$$, '42501', null, 'strangers who are not signed in cannot join');

-- before the start
select test.as_user(test.user('cy'));
select is((sparc.leave_session(pg_temp.id())).is_active, false, 'a player leaves a session that waits');
select is((sparc.leave_session(pg_temp.id())).is_active, false, 'who leaves again has left already');
select throws_ok($$select sparc.leave_session(gen_random_uuid())$$, 'KG004', null, 'nobody leaves a session that does not exist');
select throws_ok($$select sparc.leave_session(null)$$, 'KG001', null, 'leaving needs the id of a session');
select test.as_owner();
select is((select count(*) from sparc.session_players where user_id = test.user('cy')), 0::bigint, 'who leaves before the start has no seat any more');
select test.as_user(test.user('bo'));
select throws_ok($$select sparc.kick_player(pg_temp.id(), test.user('ada'))$$, 'KG003', null, 'a player kicks nobody');
select test.as_user(test.user('eve'));
select throws_ok($$select sparc.kick_player(pg_temp.id(), test.user('ada'))$$, 'KG004', null, 'for a stranger a private session is not there');
select test.as_user(test.user('seer'));
select throws_ok($$select sparc.kick_player(pg_temp.id(), null)$$, 'KG001', null, 'the Seer kicks somebody');
select throws_ok($$select sparc.kick_player(pg_temp.id(), test.user('cy'))$$, 'KG004', null, 'only who is seated is kicked');
select is((sparc.kick_player(pg_temp.id(), test.user('bo'))).user_id, test.user('bo'), 'the Seer kicks who is seated');
select is((select kicked_user_ids from sparc.sessions where id = pg_temp.id()), array[test.user('bo')], 'a kicked player is remembered by the session');
select test.as_user(test.user('bo'));
select throws_ok($$select pg_temp.join('bo')$$, 'KG407', null, 'a kicked player cannot join again');

-- after it
select test.as_user(test.user('seer'));
select is((sparc.start_session(pg_temp.id())).status, 'active', 'the Seer starts the session');
select test.as_user(test.user('dee'));
select throws_ok($$select pg_temp.join('dee')$$, 'KG005', null, 'nobody joins an active session that allows no late joins');
select test.as_user(test.user('seer'));
update sparc.sessions set allow_late_join = true where id = pg_temp.id();
select test.as_user(test.user('dee'));
select is((select is_active from pg_temp.join('dee')), true, 'a player joins an active session that allows late joins');
select is((select last_played_at from sparc.characters where name = 'Hero of dee'), now(), 'a late joiner''s character is noted as playing');
select is((select (is_active, left_at) from sparc.leave_session(pg_temp.id())), (false, now()), 'a player leaves an active session');
select is((select is_active from sparc.session_players where user_id = test.user('dee')), false, 'who leaves an active session keeps an inactive seat');
select is((select is_active from pg_temp.join('dee')), true, 'a seat that was left is taken again');
select is((select (is_active, left_at) from sparc.session_players where user_id = test.user('dee')), (true, null::timestamptz), 'a seat that was taken again is active and has no time of leaving');
select test.as_user(test.user('seer'));
select lives_ok($$select sparc.kick_player(pg_temp.id(), test.user('dee'))$$, 'the Seer kicks from an active session');
select is((select is_active from sparc.session_players where user_id = test.user('dee')), false, 'a player who is kicked from an active session keeps an inactive seat');
select test.as_user(test.user('dee'));
select is((select count(*) from sparc.sessions where id = pg_temp.id()) + (select count(*) from sparc.session_players where session_id = pg_temp.id()), 0::bigint, 'the kicked see no more than a stranger');
select throws_ok($$select sparc.list_session_events(pg_temp.id())$$, 'KG004', null, 'the kicked read no events of the session');
select test.as_user(test.user('seer'));
select is((sparc.end_session(pg_temp.id())).status, 'completed', 'the Seer ends the session');
select test.as_user(test.user('ada'));
select throws_ok($$select sparc.leave_session(pg_temp.id())$$, 'KG005', null, 'nobody leaves a session that is over');
select test.as_user(test.user('cy'));
select throws_ok($$select pg_temp.join('cy')$$, 'KG005', null, 'nobody joins a session that is over');
select lives_ok($$select pg_temp.join('cy', 'other')$$, 'a character of a session that is over may join another');

select test.as_owner();
select throws_ok(format('insert into sparc.session_players (session_id, user_id, character_id) values (%L, %L, %L)', pg_temp.id('other'), test.user('eve'), (select id from c where name = 'dee')), 'KG004', null, 'the table itself keeps characters with their owners');

select * from finish();
rollback;
