-- Sessions that are too short count for nobody, and cannot be rated.
begin;
select plan(6);
select test.clients_commit();
update core.settings as s set value = '600' where s.name = 'sparc.counted_session_seconds';
select test.set_clock('2026-05-05 20:00+00');
create temporary table s as
select 'short' as length, t.* from test.sparc_session('seer', array['ada']) as t
union all
select 'long', t.* from test.sparc_session('seer', array['bo']) as t;
grant select on s to public;
create function pg_temp.adventure(which text) returns uuid language sql as $$ select adventure_id from sparc.sessions where id = (select id from s where length = which) $$;
create function pg_temp.played(name text) returns integer language sql security definer as $$ select games_played from sparc.users where id = test.user(name) $$;
grant execute on all functions in schema pg_temp to public;

select test.as_user(test.user('seer'));
select sparc.start_session(id) from s;
select test.set_clock('2026-05-05 20:09:59+00');
select sparc.end_session(id) from s where length = 'short';
select test.set_clock('2026-05-05 20:10+00');
select sparc.end_session(id) from s where length = 'long';
select is(pg_temp.played('ada'), 0, 'a session that was too short counts for no player');
select is(pg_temp.played('bo'), 1, 'a session that was long enough counts for its player');
select test.as_owner();
select is((select games_run from sparc.users where id = test.user('seer')), 1, 'a session that was too short counts for no Seer');
select test.as_user(test.user('bo'));
select is((sparc.rate_adventure(pg_temp.adventure('long'), 5)).rating, 5, 'who played long enough may rate');
select test.as_user(test.user('ada'));
select throws_ok($$select sparc.rate_adventure(pg_temp.adventure('short'), 5)$$, 'KG412', null, 'who played too short a session may not rate');
select test.as_owner();
update core.settings as s set value = '0' where s.name = 'sparc.counted_session_seconds';
select test.as_user(test.user('ada'));
select lives_ok($$select sparc.rate_adventure(pg_temp.adventure('short'), 5)$$, 'without a least length every session may be rated');
select * from finish();
rollback;
