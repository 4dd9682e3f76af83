-- Ratings: one per participant of a completed session; the average follows.
begin;
select plan(19);
select test.clients_commit();

create temporary table s as select t.* from test.sparc_session('seer', array['ada', 'bo', 'cy', 'dee'], started => true) t;
create temporary table w as select t.* from test.sparc_session('seer', array['eve']) t;
update sparc.adventures set id = id where false;
grant select on s, w to public;
create function pg_temp.rate(stars integer) returns sparc.adventure_ratings language sql as $$ select sparc.rate_adventure((select adventure_id from s), stars) $$;
create function pg_temp.average() returns numeric language sql as $$ select average_rating from sparc.adventures where id = (select adventure_id from s) $$;

select test.as_user(test.user('ada'));
select throws_ok('select pg_temp.rate(5)', 'KG412', null, 'nobody rates before the end');
select test.as_user(test.user('seer'));
select lives_ok($$select sparc.kick_player((select id from s), test.user('cy'))$$, 'one player is kicked from the session');
select test.as_user(test.user('dee'));
select lives_ok($$select sparc.leave_session((select id from s))$$, 'one player leaves the session early');
select test.as_user(test.user('seer'));
select lives_ok($$select sparc.end_session((select id from s))$$, 'the Seer ends the session');
select test.as_user(test.user('ada'));
select is((select (user_id, rating) from pg_temp.rate(5)), (test.user('ada'), 5), 'a player rates what they played');
select throws_ok('select pg_temp.rate(0)', 'KG001', null, 'a rating is one at least');
select throws_ok('select pg_temp.rate(6)', 'KG001', null, 'a rating is five at most');
select throws_ok('select pg_temp.rate(null)', 'KG001', null, 'a rating is a number, not null');
select test.as_user(test.user('bo'));
select is((select rating from pg_temp.rate(2)), 2, 'another player rates what they played');
select is(pg_temp.average(), 3.50, 'the average of two ratings is between them');
select is((select rating from pg_temp.rate(3)), 3, 'a player may change their rating');
select is(pg_temp.average(), 4.00, 'a rating that is changed counts once');
select is((select count(*) from sparc.adventure_ratings), 1::bigint, 'everybody sees their own rating');
select throws_ok('update sparc.adventure_ratings set rating = 5', '42501', null, 'a rating is written through the function only');
select test.as_user(test.user('cy'));
select throws_ok('select pg_temp.rate(1)', 'KG412', null, 'who was kicked does not rate');
select test.as_user(test.user('dee'));
select is((select rating from pg_temp.rate(4)), 4, 'who left early may rate');
select test.as_user(test.user('eve'));
select throws_ok('select pg_temp.rate(1)', 'KG412', null, 'who played another session does not rate');
select throws_ok('select sparc.rate_adventure(gen_random_uuid(), 5)', 'KG004', null, 'an adventure that does not exist is not rated');
select test.as_owner();
update sparc.adventures set status = 'draft' where id = (select adventure_id from s);
select test.as_user(test.user('eve'));
select throws_ok('select pg_temp.rate(1)', 'KG004', null, 'a stranger who rates a draft does not find it');

select test.as_owner();
select * from finish();
rollback;
