-- Characters: the class decides, ten at most, and what never changes does not.
begin;
select plan(46);

select count(test.sparc_sign_up(name)) from unnest(array['ada', 'bo']) as name;
select is((select count(*) from sparc.class_templates), 7::bigint, 'every class has a template');
select is((select count(*) from sparc.class_templates where least(might, grace, wit, heart) < 1 or greatest(might, grace, wit, heart) > 6), 0::bigint, 'every template has attributes of 1 to 6');

select test.as_user(test.user('ada'));
select is((c.might, c.grace, c.wit, c.heart, c.equipment, c.special_ability, c.hit_points), (t.might, t.grace, t.wit, t.heart, t.equipment, t.special_ability, t.max_hit_points), 'a new ' || t.class || ' is as its template')
from sparc.class_templates t cross join lateral sparc.create_character('A ' || t.class, t.class) as c;
select throws_ok($$select sparc.create_character('A rogue', 'wizard')$$, 'KG413', null, 'a user''s characters have different names');
select throws_ok($$select sparc.create_character('x', 'wizard')$$, 'KG001', null, 'a name has two characters at least');
select throws_ok($$select sparc.create_character(repeat('x', 51), 'wizard')$$, 'KG001', null, 'a name has fifty characters at most');
select throws_ok($$select sparc.create_character(E'a\nb', 'wizard')$$, 'KG001', null, 'a name is printable from end to end');
select throws_ok($$select sparc.create_character('   ', 'wizard')$$, 'KG001', null, 'a name is more than spaces');
select throws_ok($$select sparc.create_character(null, 'wizard')$$, 'KG001', null, 'a character needs a name');
select throws_ok($$select sparc.create_character('Zed', null)$$, 'KG001', null, 'a character needs a class');
select throws_ok($$select sparc.create_character('Zed', 'bard')$$, '22P02', null, 'a class is one of the seven');

-- the seed's direct insert
insert into sparc.characters (user_id, name, class, might, grace, wit, heart, hit_points, max_hit_points, level, experience, equipment, special_ability)
values (auth.uid(), 'Cheat', 'wizard', 6, 6, 6, 6, 10, 10, 10, 9999, '[{"name": "Death Star"}]', '{}');
select is((c.might, c.grace, c.wit, c.heart, c.max_hit_points, c.level, c.experience), (t.might, t.grace, t.wit, t.heart, t.max_hit_points, 1, 0), 'what a direct insert says about attributes does not count')
from sparc.characters c join sparc.class_templates t using (class) where c.name = 'Cheat';
select is((select equipment from sparc.characters where name = 'Cheat'), (select equipment from sparc.class_templates where class = 'wizard'), 'a direct insert decides nothing about equipment');
select throws_ok(format($$insert into sparc.characters (user_id, name, class) values (%L, 'Stolen', 'rogue')$$, test.user('bo')), '42501', null, 'nobody makes a character for another');
select throws_ok($$insert into sparc.characters (id, user_id, name, class) values (gen_random_uuid(), auth.uid(), 'Chosen', 'rogue')$$, '42501', null, 'a client chooses no id of a character');
select throws_ok($$insert into sparc.characters (user_id, name, class, created_at) values (auth.uid(), 'Old', 'rogue', '2020-01-01')$$, '42501', null, 'a client chooses no times of a character');

select is((select count(*) from sparc.characters), 8::bigint, 'a user sees their characters');
select lives_ok($$select sparc.create_character('Ninth', 'rogue')$$, 'a user may have nine characters');
select lives_ok($$select sparc.create_character('Tenth', 'rogue')$$, 'a user may have ten characters');
select throws_ok($$select sparc.create_character('Eleventh', 'rogue')$$, 'KG401', null, 'a user may not have eleven characters');
select throws_ok($$insert into sparc.characters (user_id, name, class) values (auth.uid(), 'Eleventh', 'rogue')$$, 'KG401', null, 'a direct insert makes no eleventh character');
delete from sparc.characters where name = 'Tenth';
select lives_ok($$select sparc.create_character('Eleventh', 'rogue')$$, 'a deleted character makes room for another');

select throws_ok($$update sparc.characters set might = 6$$, '42501', null, 'nobody sets an attribute after creation');
select throws_ok($$insert into sparc.characters (user_id, name, class) values (auth.uid(), 'Ninth', 'rogue') on conflict (user_id, name) do update set might = 6$$, '42501', null, 'a conflict changes no attribute of a character');
select throws_ok($$update sparc.characters set class = 'paladin'$$, '42501', null, 'a client changes no class');
select throws_ok($$update sparc.characters set level = 10$$, '42501', null, 'a client changes no level');
select throws_ok($$update sparc.characters set user_id = gen_random_uuid()$$, '42501', null, 'a client gives no character away');
select lives_ok($$update sparc.characters set hit_points = 3, equipment = '[]', name = 'Ninth Life' where name = 'Ninth'$$, 'hit points, equipment and name are the owner''s');
select throws_ok($$update sparc.characters set hit_points = 7 where name = 'Ninth Life'$$, '23514', null, 'hit points are not above the character''s maximum');
select throws_ok($$update sparc.characters set name = 'A rogue' where name = 'Ninth Life'$$, '23505', null, 'each character of a user has a name of its own');

select test.as_user(test.user('bo'));
select throws_ok(format($$insert into sparc.characters (user_id, name, class) values (%L, 'Stolen', 'rogue')$$, test.user('ada')), '42501', null, 'nobody learns how many characters another has');
select is((select count(*) from sparc.characters), 0::bigint, 'nobody sees another''s characters');
update sparc.characters set name = 'Mine' where true;
delete from sparc.characters where true;
select test.as_owner();
select is((select count(*) from sparc.characters where user_id = test.user('ada') and name <> 'Mine' and deleted_at is null), 10::bigint, 'nobody changes or deletes the characters of another');

select throws_ok($$update sparc.characters set class = 'paladin' where name = 'Cheat'$$, 'KG417', null, 'a class never changes, whoever asks');
select throws_ok($$update sparc.characters set id = gen_random_uuid() where name = 'Cheat'$$, 'KG417', null, 'the id of a character never changes');
select throws_ok(format($$update sparc.characters set user_id = %L where name = 'Cheat'$$, test.user('bo')), 'KG417', null, 'the owner of a character never changes');

insert into sparc.characters (user_id, name, class, might, special_ability) values (test.user('bo'), 'Gift', 'cleric', 6, '{"name": "Gift"}');
select is((select (might, grace, special_ability) from sparc.characters where name = 'Gift'), (6, 2, '{"name": "Gift"}'::jsonb), 'the service may name attributes, and the template fills the rest');
select throws_ok(format($$insert into sparc.characters (user_id, name, class, might) values (%L, 'Giant', 'cleric', 7)$$, test.user('bo')), '23514', null, 'not even the service gives an attribute above six');

select test.as_anon();
select throws_ok('select * from sparc.characters', '42501', null, 'strangers see no characters');
select is((select count(*) from sparc.class_templates), 7::bigint, 'a stranger sees what classes there are');

select test.as_owner();
select * from finish();
rollback;
