-- Sign-up in auth.users makes the profile, and nothing that a stranger types can break it.
begin;
select plan(22);

select is(sparc.profile_name('{"display_name": "Nia"}', 'x@example.org'), 'Nia', 'a profile has the name of the metadata');
select is(sparc.profile_name('{}', 'leo@example.org'), 'leo', 'a profile without a name in the metadata has the part of the address before the @');
select is(sparc.profile_name('{"display_name": 7}', '@example.org'), 'player', 'a profile that nothing names is called player');
select is(sparc.profile_name(null, null), 'player', 'a profile without metadata and address is called player');
select is(sparc.profile_name(to_jsonb(E'a\u0001\n  b'::text), 'c'), 'c', 'metadata that are no object count as none');
select is(sparc.profile_name(jsonb_build_object('display_name', E' a\u0001\n  b '), 'c'), 'a b', 'control characters and runs of spaces become one space');
select is(sparc.profile_name(jsonb_build_object('display_name', U&'\200B'), 'lea@example.org'), 'lea', 'a name that shows nothing counts as none');
select is(sparc.profile_name(jsonb_build_object('display_name', U&'Ann\202E'), null), 'player', 'a name that turns the text around it counts as none');
select is(char_length(sparc.profile_name(jsonb_build_object('display_name', repeat('x', 5000)), null)), 80, 'a name is cut to 80 characters');

insert into auth.users (id, email, raw_user_meta_data) values
  (test.user('nia'), 'nia@example.org', '{"display_name": "Nia"}'),
  (test.user('phone'), null, '{}');
select is((select (email, display_name) from sparc.users where id = test.user('nia')), ('nia@example.org'::text, 'Nia'::text), 'a sign-up has a profile with its address');
select is((select (email, display_name) from sparc.users where id = test.user('phone')), (null::text, 'player'::text), 'a sign-up without an address has a profile too');

-- an address that another profile still carries, as single sign-on allows
update sparc.users set email = 'taken@example.org' where id = test.user('nia');
select lives_ok(format('insert into auth.users (id, email) values (%L, %L)', test.user('twin'), 'taken@example.org'), 'a second profile of one address does not fail the sign-up');
select is((select email from sparc.users where id = test.user('twin')), null, 'a second profile of one address goes without it');

update auth.users set email = 'new@example.org' where id = test.user('nia');
select is((select email from sparc.users where id = test.user('nia')), 'new@example.org', 'the address of a profile follows a change of the user''s');
update sparc.users set email = 'held@example.org' where id = test.user('twin');
update auth.users set email = 'held@example.org' where id = test.user('phone');
select is((select email from sparc.users where id = test.user('phone')), null, 'a changed address that another profile carries is not copied');

delete from auth.users where id = test.user('nia');
select is((select (email, display_name, deleted_at is not null) from sparc.users where id = test.user('nia')), (null::text, 'gone'::text, true), 'the profile of a removed user is emptied');

select test.as_user(test.user('unsigned'));
select throws_ok($$select sparc.create_character('Nobody', 'rogue')$$, 'KG418', null, 'a caller without a profile is told so');
select test.as_anon();
select throws_ok($$select sparc.start_tutorial('player')$$, '42501', null, 'a stranger has no profile and no commands');

-- a guest who becomes somebody
select test.as_owner();
insert into auth.users (id) values (test.user('gail')), (test.user('hal'));
select is((select display_name from sparc.users where id = test.user('gail')), 'player', 'a guest is called player');
update sparc.users set display_name = 'Halvard' where id = test.user('hal');
update auth.users set email = id || '@example.org', raw_user_meta_data = '{"display_name": "Gail"}' where id in (test.user('gail'), test.user('hal'));
select is((select display_name from sparc.users where id = test.user('gail')), 'Gail', 'a guest who gets an address gets the name too');
select is((select display_name from sparc.users where id = test.user('hal')), 'Halvard', 'a guest who chose a name keeps it');
update auth.users set email = 'other@example.org', raw_user_meta_data = '{"display_name": "Other"}' where id = test.user('gail');
select is((select display_name from sparc.users where id = test.user('gail')), 'Gail', 'who has an address keeps the name when they change it');

select test.as_owner();
select * from finish();
rollback;
