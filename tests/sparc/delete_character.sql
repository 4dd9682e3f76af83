-- A deleted character makes room and frees its name; what mentions it stays.
begin;
select plan(36);
select test.clients_commit();

create temporary table s as select 'active' as name, t.* from test.sparc_session('seer', array['ada'], started => true) t;
insert into s select 'waiting', t.* from test.sparc_session('seer', array['bo', 'cy']) t;
insert into s select 'other', t.* from test.sparc_session('seer') t;
grant select on s to public;
create function pg_temp.id(name text) returns uuid language sql as $$ select id from s where s.name = $1 $$;
create temporary table hero as select test.sparc_seat(pg_temp.id('active'), 'ada') as ada, test.sparc_seat(pg_temp.id('waiting'), 'bo') as bo, test.sparc_seat(pg_temp.id('waiting'), 'cy') as cy;
grant select on hero to public;
create function pg_temp.row(id uuid) returns sparc.characters language sql security definer as $$ select * from sparc.characters as c where c.id = $1 $$;
grant execute on all functions in schema pg_temp to public;

-- in a session
select test.as_user(test.user('ada'));
select throws_ok('select sparc.delete_character((select ada from hero))', 'KG419', null, 'a character in an active session is not deleted');
select throws_ok('delete from sparc.characters', 'KG419', null, 'a direct DELETE of a character in an active session is refused');
create temporary table hidden as select * from sparc.declare_roll(pg_temp.id('active'), (select ada from hero), 'might', 9, is_hidden => true, description => 'listens');
grant select on hidden to public;
select throws_ok('select sparc.delete_character((select ada from hero))', 'KG419', null, 'a character whose hidden roll waits is not deleted');
select test.as_user(test.user('seer'));
select lives_ok('select sparc.pause_session(pg_temp.id(''active''))', 'the Seer makes a break');
select test.as_user(test.user('ada'));
select throws_ok('select sparc.delete_character((select ada from hero))', 'KG419', null, 'a character in a paused session is not deleted');
select test.as_user(test.user('seer'));
select throws_ok('select sparc.delete_character((select ada from hero))', 'KG004', null, 'the Seer does not delete the character of a player');
select throws_ok('select sparc.delete_character(null)', 'KG004', null, 'a character that is null is not found');
select lives_ok('select sparc.resume_session(pg_temp.id(''active''))', 'the Seer goes on after the break');
select test.as_user(test.user('ada'));
select is((sparc.leave_session(pg_temp.id('active'))).is_active, false, 'the player leaves the session');
select is((sparc.throw_roll((select id from hidden))).character_id, (select ada from hero), 'who left has thrown the roll that waited');
create temporary table gone as select * from sparc.delete_character((select ada from hero));
grant select on gone to public;
select ok((select name ~ '^gone-[0-9a-f]{8}$' and deleted_at is not null from gone), 'the name of a deleted character is overwritten');
select is((sparc.delete_character((select ada from hero))).name, (select name from gone), 'a character that is deleted again stays as it is');
select is((select count(*) from sparc.characters), 0::bigint, 'nobody sees a deleted character any more');
select is((sparc.create_character((select 'ADA' || left(code, 3) from s where name = 'active'), 'rogue')).class, 'rogue'::sparc.character_class, 'the name of a deleted character is free again');
select throws_ok($$select sparc.join_session((select code from s where name = 'other'), (select ada from hero))$$, 'KG004', null, 'a deleted character sits down nowhere');
update sparc.characters set name = 'Risen' where id = (select ada from hero);
select isnt((pg_temp.row((select ada from hero))).name, 'Risen', 'a deleted character gets no other name');

-- what mentions it
select isnt((select character_name from sparc.dice_rolls), (select name from gone), 'a roll keeps the name that its character had');
select is((select payload ->> 'character_name' from sparc.list_session_events(pg_temp.id('active')) where event_type = 'player_joined'), (select name from gone), 'the feed names a deleted character as it is called now');
select test.as_user(test.user('seer'));
select is((select players -> 0 ->> 'characterName' from sparc.get_session_details(pg_temp.id('active'))), (select name from gone), 'the details of a session still hold a deleted character');
select is((sparc.throw_roll((sparc.declare_roll(pg_temp.id('active'), (select ada from hero), 'wit', 9)).id)).character_name, (select name from gone), 'the Seer still rolls for a deleted character whose player left');
select is((sparc.end_session(pg_temp.id('active'))).status, 'completed'::sparc.session_status, 'a session with a deleted character ends');
select is((select count(*) from sparc.verify_session(pg_temp.id('active')) where is_valid), 2::bigint, 'the rolls of a deleted character are verified');

-- before the start
select test.as_user(test.user('bo'));
delete from sparc.characters;
select is((pg_temp.row((select bo from hero))).deleted_at is not null, true, 'a direct DELETE is a soft one');
select is((select count(*) from sparc.session_players where session_id = pg_temp.id('waiting') and user_id = auth.uid()), 0::bigint, 'a deleted character leaves a session that did not start');
select test.as_owner();
select is((select event_type from sparc.session_events where session_id = pg_temp.id('waiting') order by seq desc limit 1), 'player_left', 'the feed tells that a deleted character left');
select test.as_user(test.user('cy'));
delete from sparc.characters where id = (select bo from hero);
select throws_ok('select sparc.delete_character((select bo from hero))', 'KG004', null, 'a stranger deletes no character');
select throws_ok('select sparc.delete_character((select ada from hero))', 'KG004', null, 'a stranger does not learn that a character is deleted');

-- the limit
select count(sparc.create_character('Hero ' || i, 'rogue')) from generate_series(1, 9) as i;
select throws_ok($$select sparc.create_character('Eleventh', 'rogue')$$, 'KG401', null, 'ten living characters are the limit');
select is((sparc.delete_character((select id from sparc.characters where name = 'Hero 1'))).deleted_at is not null, true, 'a character that sits nowhere is deleted');
select is((sparc.create_character('Hero 1', 'rogue')).name, 'Hero 1', 'only living characters count');
select test.as_owner();
select is((select count(*) from sparc.characters where user_id = test.user('cy')), 11::bigint, 'a deleted character stays in its row');

-- a name that is taken
create sequence test.drawn minvalue 0 start 0;
grant usage on sequence test.drawn to public;
create or replace function core.strong_random() returns bytea language sql volatile as $$ select int4send((nextval('test.drawn') / 3)::integer) $$;
select test.as_user(test.user('cy'));
select is((sparc.delete_character((select id from sparc.characters where name = 'Hero 2'))).name, 'gone-00000000', 'the digits of the name are drawn');
select is((sparc.delete_character((select id from sparc.characters where name = 'Hero 3'))).name, 'gone-00000001', 'digits that the user has already are drawn again');

-- the service and the owner
select test.as_service();
delete from sparc.characters where id = (select id from sparc.characters where name = 'Hero 4');
select is((select count(*) from sparc.characters where name = 'Hero 4'), 0::bigint, 'the service deletes a character softly');
select is((select count(*) from sparc.characters where user_id = test.user('cy')), 11::bigint, 'the service takes no character out of its row');
select test.as_owner();
select is((select characters from sparc.sparc_stats), (select count(*) from sparc.characters where deleted_at is null), 'the statistics count the living');

select * from finish();
rollback;
