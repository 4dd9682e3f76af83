-- get_session_details shows what the tables would show the caller, and companions' names.
begin;
select plan(13);

create temporary table s as select 'private' as name, t.* from test.sparc_session('seer', array['ada', 'bo']) t;
insert into s select 'public', t.* from test.sparc_session('seer', array['cy'], is_public => true) t;
grant select on s to public;
create function pg_temp.id(name text) returns uuid language sql as $$ select id from s where s.name = $1 $$;

select test.as_user(test.user('ada'));
create temporary table d as select * from sparc.get_session_details(p_session_id => pg_temp.id('private'));
select is((select session_data ->> 'id' from d), pg_temp.id('private')::text, 'a participant sees the details of a session');
select is((select array_agg(p ->> 'displayName') from d, jsonb_array_elements(players) p), array['Ada', 'Bo'], 'the details hold the players in order of joining');
select is((select array_agg(k order by k) from d, jsonb_object_keys(players -> 0) k), array['avatarUrl', 'characterClass', 'characterId', 'characterName', 'displayName', 'isActive', 'joinedAt', 'userId'], 'each player of the details has the fields of the seed');
select is((select adventure_data ->> 'name' from d), 'The Salt Mine', 'the details hold the session''s adventure');
select is((select session_data || jsonb_build_object('players', players) || adventure_data from d)::text ~ 'example\.org', false, 'the details hold no address of anybody');
select test.as_user(test.user('cy'));
select throws_ok($$select * from sparc.get_session_details(pg_temp.id('private'))$$, 'KG004', null, 'a stranger does not see a private session');
select throws_ok($$select * from sparc.get_session_details(gen_random_uuid())$$, 'KG004', null, 'a session that does not exist has no details');
select throws_ok($$select * from sparc.get_session_details(null)$$, 'KG004', null, 'a session that is null has no details');
select test.as_anon();
select is((select players -> 0 ->> 'characterClass' from sparc.get_session_details(pg_temp.id('public'))), 'warrior', 'everybody sees the details of a public session');

-- a draft is its creator's
select test.as_owner();
update sparc.adventures set status = 'draft', content = '{"scenes": [{"id": "the villain is the abbot"}]}' where creator_id = test.user('seer');
select test.as_user(test.user('ada'));
select is((select adventure_data ? 'content' from sparc.get_session_details(pg_temp.id('private'))), false, 'players of a draft do not read its content');
select is((select adventure_data ->> 'name' from sparc.get_session_details(pg_temp.id('private'))), 'The Salt Mine', 'the name of a draft is shown to its players');
select test.as_user(test.user('seer'));
select is((select adventure_data ? 'content' from sparc.get_session_details(pg_temp.id('private'))), true, 'the creator of a draft reads its content in the details');
select test.as_owner();
create temporary table empty as select t.* from test.sparc_session('seer') t;
select is((select players from sparc.get_session_details((select id from empty))), '[]', 'a session without players has an empty list');

select test.as_owner();
select * from finish();
rollback;
