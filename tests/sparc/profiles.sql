-- Profiles are public, addresses are not, and a user changes what is theirs to change.
begin;
select plan(16);

select count(test.sparc_sign_up(name)) from unnest(array['ada', 'bo']) as name;

select test.as_anon();
select is((select count(*) from sparc.users where id in (test.user('ada'), test.user('bo'))), 2::bigint, 'anybody reads the profiles of others');
select throws_ok('select email from sparc.users', '42501', null, 'no stranger reads an address');
select throws_ok('select * from sparc.users', '42501', null, 'no stranger reads whole rows of profiles');
select throws_ok($$select id from sparc.users where email like 'ada%'$$, '42501', null, 'nobody finds an address by guessing');

select test.as_user(test.user('ada'));
select throws_ok('select email from sparc.users', '42501', null, 'no user reads an address, not even their own');
select throws_ok('select to_jsonb(u) from sparc.users u', '42501', null, 'a whole row holds the address, so it is refused');
select lives_ok($$update sparc.users set display_name = 'Ada the Bold', bio = 'Bold.', avatar_url = 'https://example.org/a.png' where id = test.user('ada')$$, 'a user changes their own profile');
select is((select display_name from sparc.users where id = test.user('ada')), 'Ada the Bold', 'a user changes the name of their profile');
update sparc.users set display_name = 'Not Bo' where id = test.user('bo');
select is((select display_name from sparc.users where id = test.user('bo')), 'Bo', 'a user changes nobody else''s profile');
select throws_ok('update sparc.users set is_verified = true', '42501', null, 'nobody declares themselves to be verified');
select throws_ok('update sparc.users set games_played = 99', '42501', null, 'nobody writes their own statistics');
select throws_ok($$update sparc.users set email = 'x@example.org'$$, '42501', null, 'nobody writes the address in their profile');
select throws_ok($$update sparc.users set display_name = repeat('x', 81) where id = test.user('ada')$$, '23514', null, 'the name of a profile has at most 80 characters');
select throws_ok($$insert into sparc.users (id, display_name) values (gen_random_uuid(), 'x')$$, '42501', null, 'nobody makes a profile but the sign-up');
select throws_ok('delete from sparc.users', '42501', null, 'nobody removes a profile by hand');

select test.as_service();
select isnt((select email from sparc.users where id = test.user('ada')), null, 'the service reads addresses');

select test.as_owner();
select * from finish();
rollback;
