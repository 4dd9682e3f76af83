-- How much one person can store is bounded by settings, and how often one can look up codes.
begin;
select plan(14);

select count(test.sparc_sign_up(name)) from unnest(array['ada', 'bo']) as name;
update core.settings as s set value = '2' where s.name in ('sparc.adventures_per_person', 'sparc.creatures_per_adventure', 'sparc.open_sessions_per_person');
update core.settings as s set value = '3' where s.name = 'sparc.code_calls_per_minute';
update core.settings as s set value = '4' where s.name = 'sparc.adventure_kilobytes_per_person';
create temp table a (id uuid, code text) on commit drop;
grant all on a to public;

select test.as_user(test.user('ada'));
with made as (insert into sparc.adventures (creator_id, name) values (auth.uid(), 'One') returning id)
insert into a (id) select id from made;
select lives_ok($$insert into sparc.adventures (creator_id, name) values (auth.uid(), 'Two')$$, 'a person can have as many adventures as the setting says');
select throws_ok($$insert into sparc.adventures (creator_id, name) values (auth.uid(), 'Three')$$, 'KG012', null, 'a person cannot have more adventures than the setting says');
select lives_ok($$update sparc.adventures set content = jsonb_build_object('notes', repeat('x', 3000)) where id = (select id from a)$$, 'an adventure can be as large as the setting says');
select throws_ok($$update sparc.adventures set content = jsonb_build_object('notes', (select string_agg(md5(n::text), '') from generate_series(1, 200) as n)) where id = (select id from a)$$, 'KG012', null, 'adventures cannot grow larger than the setting says');
select throws_ok(format($$insert into sparc.adventures (creator_id, name) values (%L, 'Stolen')$$, test.user('bo')), '42501', null, 'an adventure of somebody else is refused as such, and tells nothing of how many they have');

insert into sparc.creatures (adventure_id, name) select id, 'Rat ' || n from a, generate_series(1, 2) as n;
select throws_ok($$insert into sparc.creatures (adventure_id, name) select id, 'Rat' from a$$, 'KG012', null, 'an adventure cannot have more creatures than the setting says');

select sparc.publish_adventure(id) from a;
update a set code = s.code from sparc.create_session((select id from a)) as s;
select lives_ok($$select sparc.create_session((select id from a), idempotency_key => 'second')$$, 'a Seer can have as many open sessions as the setting says');
select throws_ok($$select sparc.create_session((select id from a))$$, 'KG012', null, 'a Seer cannot have more open sessions than the setting says');
select throws_ok($$insert into sparc.sessions (seer_id, adventure_id) select auth.uid(), id from a$$, 'KG012', null, 'the quota of sessions holds for a direct insert too');
select lives_ok($$select sparc.create_session((select id from a), idempotency_key => 'second')$$, 'a session that was made is found again beyond the quota');
select lives_ok($$select sparc.end_session(id, 'cancelled') from sparc.sessions where code = (select code from a)$$, 'a session can be ended beyond the quota');
select lives_ok($$select sparc.create_session((select id from a))$$, 'a session that is over does not count');

select test.as_user(test.user('bo'));
select count(sparc.find_session_by_code((select code from a))) from generate_series(1, 3);
select throws_ok($$select sparc.find_session_by_code((select code from a))$$, 'KG007', null, 'one person can look up no more codes a minute than the setting says');
select throws_ok($$select sparc.find_session_by_code('AAAAAA')$$, 'KG007', null, 'a wrong code is not looked up beyond the limit either');
select * from finish();
rollback;
