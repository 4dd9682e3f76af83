-- Fair dice can be checked afterwards: who may, when, and that a changed die is found; archived sessions too.
begin;
select plan(28);
select test.clients_commit();

create temporary table s as select t.* from test.sparc_session('seer', array['ada', 'bo'], started => true) as t;
grant select on s to public;
create function pg_temp.id() returns uuid language sql as $$ select id from s $$;
create function pg_temp.hero(player text) returns uuid language sql security definer as $$ select test.sparc_seat((select id from s), player) $$;
create temporary table h as select e.payload ->> 'dice_secret_hash' as hash from sparc.session_events as e, s where e.session_id = s.id and e.seq = 1;
create function pg_temp.hash() returns text language sql security definer as $$ select hash from h $$;
grant execute on all functions in schema pg_temp to public;
select test.as_user(test.user('ada'));
select count(sparc.roll_dice(pg_temp.id(), pg_temp.hero('ada'), 'might', 12, modifiers => '[{"type": "flat", "value": 2}]')) from generate_series(1, 3);
select test.as_user(test.user('bo'));
create temporary table rolls as select sparc.roll_dice(pg_temp.id(), pg_temp.hero('bo'), 'heart', 9, is_hidden => true) as roll;

select throws_ok('select sparc.verify_session(pg_temp.id())', 'KG005', null, 'a session that goes on is not verified');
select throws_ok('select sparc.revealed_secrets(pg_temp.id())', 'KG005', null, 'a session that goes on reveals no secret');
select throws_ok('select sparc.verify_roll((select (roll).id from rolls))', 'KG005', null, 'a roll of a session that goes on is not verified');
select test.as_user(test.user('seer'));
select lives_ok('select sparc.end_session(pg_temp.id())', 'the Seer ends the session');

select test.as_user(test.user('ada'));
select is(
  (select (secret_number, from_number, secret_hash, encode(sha256(decode(secret, 'hex')), 'hex')) from sparc.revealed_secrets(pg_temp.id())),
  (1, 1::bigint, pg_temp.hash(), pg_temp.hash()), 'the revealed secret has the SHA-256 that was published first');
select is((select array_agg(roll_number order by roll_number) from sparc.verify_session(pg_temp.id())), '{1,2,3,4}', 'every roll is verified, by its number');
select is((select bool_and(is_valid) from sparc.verify_session(pg_temp.id())), true, 'every roll is what the secret and its declaration say');
select is((select array_agg(roll_number) from sparc.verify_session(pg_temp.id(), after_number => 1, page_size => 2)), '{2,3}', 'rolls are verified in pages');
select throws_ok('select sparc.verify_session(pg_temp.id(), page_size => 1001)', 'KG001', null, 'a page holds a thousand rolls at most');
select throws_ok('select sparc.verify_session(pg_temp.id(), after_number => -1)', 'KG001', null, 'a page begins after a number');
select is((select is_valid from sparc.verify_roll((select id from sparc.dice_rolls where roll_number = 4))), true, 'a single roll is verified');
select throws_ok('select sparc.verify_roll(gen_random_uuid())', 'KG004', null, 'a roll that nobody knows is not verified');
select test.as_user(test.sparc_sign_up('eve'));
select throws_ok('select sparc.verify_session(pg_temp.id())', 'KG004', null, 'a stranger verifies no session');
select throws_ok('select sparc.revealed_secrets(pg_temp.id())', 'KG004', null, 'a stranger sees no secret');
select throws_ok('select sparc.verify_roll((select (roll).id from rolls))', 'KG004', null, 'a stranger verifies no roll');

-- somebody with the owner's hand changes a die, a total, a declaration
select test.as_owner();
set local session_replication_role = replica;
update sparc.dice_rolls set results[1] = results[1] % 6 + 1 where roll_number = 1 and session_id = pg_temp.id();
update sparc.dice_rolls set animation_seed = animation_seed + 1 where roll_number = 2 and session_id = pg_temp.id();
update sparc.declared_rolls set difficulty = 3 where roll_number = 3 and session_id = pg_temp.id();
set local session_replication_role = origin;
select test.as_user(test.user('ada'));
select is((select array_agg(roll_number order by roll_number) from sparc.verify_session(pg_temp.id()) where not is_valid), '{1,2,3}', 'a changed die, seed or declaration is found');
select isnt((select results from sparc.verify_session(pg_temp.id()) where roll_number = 1), (select expected_results from sparc.verify_session(pg_temp.id()) where roll_number = 1), 'a verification shows what the dice must have been');

-- the archive
select test.as_owner();
update sparc.sessions set ended_at = now() - interval '1 year' where id = pg_temp.id();
select is(sparc.archive_sessions(), 1, 'the session moves to the archive');
select test.as_user(test.user('ada'));
select is((select (count(*), count(*) filter (where is_valid)) from sparc.verify_session(pg_temp.id())), (4::bigint, 1::bigint), 'archived rolls are verified as before');
select is((select secret_hash from sparc.revealed_secrets(pg_temp.id())), pg_temp.hash(), 'the archive keeps the secret');
select is((select is_valid from sparc.verify_roll((select id from sparc.archived_dice_rolls where roll_number = 4))), true, 'a single archived roll is verified');
select is((select count(*) from sparc.archived_declared_rolls), 4::bigint, 'the archive keeps the declared rolls');
select test.as_user(test.user('eve'));
select throws_ok('select sparc.verify_session(pg_temp.id())', 'KG004', null, 'a stranger verifies no archived session');
select is((select count(*) from sparc.archived_declared_rolls), 0::bigint, 'a stranger sees no archived declaration');

-- a session that is deleted while a roll waits
select test.as_owner();
create temporary table l as select t.* from test.sparc_session('liv', array['dan'], started => true) as t;
grant select on l to public;
select test.as_user(test.user('dan'));
select sparc.declare_roll((select id from l), (select id from sparc.characters), 'wit', 9);
select test.as_service();
delete from sparc.sessions where id = (select id from l);
select test.as_user(test.user('dan'));
select is((select (results is null, expected_results is null, is_valid) from sparc.verify_session((select id from l))), (true, false, null::boolean), 'what a deleted session still waited for is in the archive, with the dice that it would have shown');

-- what the service restored has no declaration
select test.as_owner();
create temporary table o as select t.* from test.sparc_session('ora', array['pia'], started => true) as t;
grant select on o to public;
select test.as_service();
insert into sparc.dice_rolls (session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type, results, total, modified_total, success, outcome, margin)
select o.id, p.character_id, 'Pia', 'wit', 2, 18, 'attack', '{2,3}', 5, 5, false, 'failure', -13 from o join sparc.session_players as p on p.session_id = o.id;
select test.as_owner();
select is((select count(*) from sparc.declared_rolls, o where session_id = o.id), 0::bigint, 'a roll that the service restores has no declaration');
select test.as_service();
update sparc.sessions set status = 'cancelled' where id = (select id from o);
select is((select count(*) from sparc.verify_session((select id from o))), 0::bigint, 'a roll without a declaration is not verified');
select is((select count(*) from sparc.revealed_secrets((select id from o))), 1::bigint, 'the service sees the secrets of every session that is over');

select test.as_owner();
select * from finish();
rollback;
