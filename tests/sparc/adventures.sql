-- Adventures and their creatures: drafts are private, nothing invalid is published, numbers are ours.
begin;
select plan(53);

select is(sparc.validate_adventure('{}'), '[]', 'an adventure without scenes is valid');
select is(sparc.validate_adventure('{"start_scene_id": "a", "scenes": [{"id": "a", "exits": ["b"]}, {"id": "b"}]}'), '[]', 'scenes that lead to each other are valid');
select is(sparc.validate_adventure(null) -> 0 ->> 'path', '$', 'an adventure needs a content');
select is(sparc.validate_adventure('[]') -> 0 ->> 'path', '$', 'the content of an adventure is an object');
select is(sparc.validate_adventure('{"scenes": {}}') -> 0 ->> 'path', '$.scenes', 'the scenes of an adventure are an array');
select is(sparc.validate_adventure('{"scenes": [7]}') -> 0 ->> 'path', '$.scenes[0].id', 'each scene is an object with an id');
select is(sparc.validate_adventure('{"scenes": [{"id": ""}]}') -> 0 ->> 'path', '$.scenes[0].id', 'the id of a scene is not empty');
select is(sparc.validate_adventure('{"scenes": [{"id": "a"}, {"id": "a"}]}') -> 0 ->> 'path', '$.scenes[1].id', 'each scene has an id of its own');
select is(sparc.validate_adventure('{"scenes": [{"id": "a", "exits": "b"}]}') -> 0 ->> 'path', '$.scenes[0].exits', 'the exits of a scene are an array');
select is(sparc.validate_adventure('{"scenes": [{"id": "a", "exits": ["b", 1]}]}'), '[{"path": "$.scenes[0].exits", "problem": "leads to no scene"}, {"path": "$.scenes[0].exits", "problem": "leads to no scene"}]', 'exits lead to scenes that exist');
select is(sparc.validate_adventure('{"start_scene_id": "z"}') -> 0 ->> 'path', '$.start_scene_id', 'the start of an adventure is a scene that exists');
select is(sparc.validate_adventure(jsonb_build_object('notes', repeat('x', 1048576))) -> 0 ->> 'path', '$', 'the content of an adventure is bounded');
select is(jsonb_array_length(sparc.validate_adventure(jsonb_build_object('scenes', (select jsonb_agg(i) from generate_series(1, 101) as i)))), 100, 'the list of problems is bounded');
select is(
  sparc.validate_adventure('{"start_scene_id": 1, "scenes": [{"exits": ["z"]}, {"id": "a", "exits": 7}, {"id": "a"}]}') #>> '{}',
  '[{"path": "$.scenes[0].id", "problem": "must be a text"}, {"path": "$.scenes[1].exits", "problem": "must be an array of scene ids"}, {"path": "$.scenes[2].id", "problem": "stands there twice"}, {"path": "$.scenes[0].exits", "problem": "leads to no scene"}, {"path": "$.start_scene_id", "problem": "leads to no scene"}]',
  'problems come in the order of the scenes, ways after what they are between');
create function pg_temp.time_of(scenes integer) returns interval language plpgsql as $$
declare
  _content constant jsonb := jsonb_build_object('scenes', (select jsonb_agg(jsonb_build_object('id', 's' || i)) from generate_series(1, scenes) as i));
  _least interval;
  _start timestamptz;
begin
  for _i in 1..3 loop
    _start := clock_timestamp();
    perform sparc.validate_adventure(_content);
    _least := least(_least, clock_timestamp() - _start);
  end loop;
  return _least;
end
$$;
select cmp_ok(pg_temp.time_of(32000), '<', 30 * pg_temp.time_of(4000), 'eight times the scenes cost about eight times as much, not 64 times');
select is(sparc.validate_adventure('{"start_scene_id": null, "scenes": [{"id": "a"}]}') -> 0 ->> 'path', '$.start_scene_id', 'a start that is given is not null');

select count(test.sparc_sign_up(name)) from unnest(array['seer', 'ada']) as name;
select test.as_user(test.user('seer'));
select throws_ok($$insert into sparc.adventures (id, creator_id, name) values (test.user('mine'), auth.uid(), 'Ours')$$, '42501', null, 'a client chooses no id of an adventure');
select throws_ok($$insert into sparc.adventures (creator_id, name, created_at) values (auth.uid(), 'Old', '2020-01-01')$$, '42501', null, 'a client chooses no times of an adventure');
insert into sparc.adventures (creator_id, name, times_played, average_rating, is_valid, published_at, validation_errors)
values (auth.uid(), 'The Salt Mine', 1000, 5, false, '2020-01-01', '[1]');
insert into sparc.adventures (creator_id, name) values (auth.uid(), 'Another');
select test.as_owner();
update sparc.adventures set id = test.user(case name when 'Another' then 'other' else 'mine' end);
select test.as_user(test.user('seer'));
select is((select (times_played, average_rating, is_valid, published_at, validation_errors) from sparc.adventures where id = test.user('mine')), (0, null::numeric, true, null::timestamptz, '[]'::jsonb), 'a new adventure has no past, whatever the insert says');
select throws_ok(format($$insert into sparc.adventures (creator_id, name) values (%L, 'Stolen')$$, test.user('ada')), '42501', null, 'nobody creates an adventure for another');
select throws_ok(format('select sparc.create_session(%L)', test.user('unknown adventure')), 'KG004', null, 'no session runs an adventure that is not there');

select test.as_user(test.user('ada'));
select is((select count(*) from sparc.adventures where id = test.user('mine')), 0::bigint, 'nobody else sees a draft');
select throws_ok(format('select sparc.create_session(%L)', test.user('mine')), 'KG004', null, 'nobody runs the draft of another');
select throws_ok(format('select sparc.publish_adventure(%L)', test.user('mine')), 'KG004', null, 'nobody publishes the draft of another');
select throws_ok('select sparc.publish_adventure(null)', 'KG004', null, 'an adventure of null is not found');

select test.as_user(test.user('seer'));
update sparc.adventures set content = '{"start_scene_id": "z"}' where id = test.user('mine');
select is((select is_valid from sparc.adventures where id = test.user('mine')), false, 'a draft may be invalid, and shows it');
select throws_ok(format('select sparc.publish_adventure(%L)', test.user('mine')), 'KG408', null, 'an invalid adventure is not published');
select throws_ok($$update sparc.adventures set status = 'published' where id = test.user('mine')$$, 'KG408', null, 'an invalid adventure is not published directly either');
select throws_ok($$insert into sparc.adventures (creator_id, name, status, content) values (auth.uid(), 'Broken', 'published', '[]')$$, 'KG408', null, 'an invalid adventure is not inserted as published');
update sparc.adventures set content = '{}' where id = test.user('mine');
select is((sparc.publish_adventure(test.user('mine'))).published_at, now(), 'a valid adventure is published at the time of the call');
select is((sparc.publish_adventure(test.user('mine'))).status, 'published', 'publishing a published adventure changes nothing');
select throws_ok($$update sparc.adventures set content = '7' where id = test.user('mine')$$, 'KG408', null, 'a published adventure stays valid');
select lives_ok($$insert into sparc.adventures (creator_id, name, status) values (auth.uid(), 'At once', 'published')$$, 'an adventure may be published at once');
select throws_ok('update sparc.adventures set times_played = 7', '42501', null, 'a creator changes no number of times played');
select throws_ok('update sparc.adventures set average_rating = 5', '42501', null, 'a creator changes no rating');
select throws_ok('update sparc.adventures set is_valid = true', '42501', null, 'a creator declares no adventure valid');
select throws_ok('update sparc.adventures set creator_id = gen_random_uuid()', '42501', null, 'a creator gives no adventure away');
select lives_ok($$update sparc.adventures set name = 'The Sweet Mine', difficulty = 'easy', min_players = 1, max_players = 6 where id = test.user('mine')$$, 'a creator changes name, difficulty and range of players');
select throws_ok($$update sparc.adventures set min_players = 5, max_players = 4$$, '23514', null, 'an adventure''s least number of players is not above its greatest');
insert into sparc.creatures (adventure_id, name, stats, hit_points) values (test.user('mine'), 'Salt wyrm', '{"might": 6}', 12);
select is((select count(*) from sparc.creatures), 1::bigint, 'a creator adds creatures to an adventure');

select test.as_user(test.user('ada'));
select is((select name from sparc.adventures where id = test.user('mine')), 'The Sweet Mine', 'everybody sees what is published');
select is((select name from sparc.creatures where adventure_id = test.user('mine')), 'Salt wyrm', 'whoever reads an adventure reads its creatures');
update sparc.adventures set name = 'Mine now' where true;
delete from sparc.adventures where true;
update sparc.creatures set name = 'Mine now' where true;
delete from sparc.creatures where true;
select is((select count(*) from sparc.adventures a join sparc.creatures c on c.adventure_id = a.id where a.name = 'The Sweet Mine' and c.name = 'Salt wyrm'), 1::bigint, 'others change and delete nothing of a published adventure');
select throws_ok($$insert into sparc.creatures (adventure_id, name) values (test.user('mine'), 'Mole')$$, '42501', null, 'others add no creature to an adventure');
insert into sparc.adventures (creator_id, name) values (auth.uid(), 'Ada''s own');
insert into sparc.creatures (adventure_id, name) select id, 'Mole' from sparc.adventures where creator_id = auth.uid();
select throws_ok($$update sparc.creatures set adventure_id = test.user('mine') where name = 'Mole'$$, '42501', null, 'nobody smuggles a creature into the adventure of another');
delete from sparc.adventures where name = 'Ada''s own';
select throws_ok($$insert into sparc.creatures (adventure_id, name) values (test.user('nothing'), 'Mole')$$, '42501', null, 'who adds a creature does not learn whether an adventure exists');

select test.as_user(test.user('seer'));
update sparc.creatures set armor = 2 where name = 'Salt wyrm';
select is((select armor from sparc.creatures), 2, 'the creator of an adventure changes its creatures');
select lives_ok($$update sparc.creatures set adventure_id = test.user('other')$$, 'creators move creatures between adventures of their own');
select test.as_user(test.user('ada'));
select is((select count(*) from sparc.creatures), 0::bigint, 'a draft''s creatures are hidden');
select test.as_user(test.user('seer'));
update sparc.adventures set status = 'archived' where id = test.user('mine');
select test.as_anon();
select is((select count(*) from sparc.adventures where id = test.user('mine')), 0::bigint, 'an archived adventure is its creator''s only');
select is((select count(*) from sparc.adventures where name = 'At once'), 1::bigint, 'a stranger sees published adventures');
select test.as_user(test.user('seer'));
delete from sparc.creatures where true;
delete from sparc.adventures where true;
select is((select count(*) from sparc.adventures), 0::bigint, 'the creator deletes adventures of their own');
select test.as_owner();
insert into sparc.adventures (creator_id, name, status, published_at) values (test.user('seer'), 'Restored', 'published', '2020-01-01');
select is((select published_at from sparc.adventures where name = 'Restored'), '2020-01-01'::timestamptz, 'the service restores an adventure with the time of its publication');

select * from finish();
rollback;
