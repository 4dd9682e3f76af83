-- A guest who turns out to have an account; an account that is closed for a while; what a person gets of their own.
begin;
select plan(48);
select test.clients_commit();

create temporary table s (name text, id uuid, code text);
grant select, insert on s to public;
create function pg_temp.id(name text) returns uuid language sql as $$ select id from s where s.name = $1 $$;
create function pg_temp.merge(from_name text, into_name text) returns uuid language plpgsql as $$
declare
  _into uuid;
begin
  perform test.as_service();
  _into := (core.merge_accounts(test.user(from_name), test.user(into_name))).into_id;
  perform test.as_owner();
  return _into;
end
$$;
insert into auth.users (id) values (test.user('guest'));
insert into s select 'plays', id, code from test.sparc_session('seer', array['guest', 'mate'], started => true);
insert into s select 'waits', id, code from test.sparc_session('seer', array['mate']);
insert into s select 'runs', id, code from test.sparc_session('guest', array['bo']);
insert into s select 'over', id, code from test.sparc_session('seer', array['guest', 'mate'], started => true);
insert into s select 'kicked', id, code from test.sparc_session('seer', array['guest'], started => true);
create temporary table hero as select test.sparc_character('guest', 'Rook') as guest, test.sparc_character('ada', 'Rook') as ada, test.sparc_seat(pg_temp.id('plays'), 'guest') as seated;
grant select on hero to public;
select test.as_user(test.user('guest'));
insert into s select 'hidden', (sparc.declare_roll(pg_temp.id('plays'), (select seated from hero), 'might', 9, is_hidden => true, description => 'listens')).id;
insert into sparc.adventures (creator_id, name) values (auth.uid(), 'A draft of a guest');
select sparc.start_tutorial('seer');
select test.as_user(test.user('seer'));
select is((sparc.transfer_session(pg_temp.id('waits'), test.user('guest'))).offered_to, test.user('guest'), 'a session is offered to the guest');
select is((sparc.end_session(pg_temp.id('over'))).status, 'completed', 'an evening with the guest is over');
select is((sparc.kick_player(pg_temp.id('kicked'), test.user('guest'))).is_active, false, 'the guest is kicked from another session');
select test.as_user(test.user('guest'));
select is((sparc.rate_adventure((select adventure_id from sparc.sessions where id = pg_temp.id('over')), 5)).rating, 5, 'the guest rates an adventure');
select sparc.create_character('Hero ' || i, 'rogue') from generate_series(1, 6) as i;
select test.as_owner();

-- what stands in the way
select throws_ok($$select pg_temp.merge('guest', 'nobody')$$, 'KG011', null, 'nobody is merged into somebody without a profile');
select test.as_owner();
select throws_ok($$select pg_temp.merge('guest', 'mate')$$, 'KG011', null, 'two who sit in one session are not merged');
select test.as_owner();
select throws_ok($$select pg_temp.merge('guest', 'seer')$$, 'KG011', null, 'a player and the Seer of one session are not merged');
select test.as_owner();
select throws_ok($$select pg_temp.merge('seer', 'guest')$$, 'KG011', null, 'the Seer and a player of one session are not merged');
select test.as_owner();
insert into s select 'other', id, code from test.sparc_session('dee', array['cy']);
select test.as_user(test.user('dee'));
select is((sparc.kick_player(pg_temp.id('other'), test.user('cy'))).is_active, false, 'somebody is kicked before the start');
select test.as_owner();
select throws_ok($$select pg_temp.merge('cy', 'dee')$$, 'KG011', null, 'who was kicked is not merged into who kicked them');
select test.as_owner();

-- the merge
create temporary table counted as select u.id, u.games_played, u.games_run from sparc.users as u where u.id in (test.user('guest'), test.user('ada'));
select is(pg_temp.merge('guest', 'ada'), test.user('ada'), 'a guest is merged into an account');
select is((select count(*) from sparc.characters where user_id = test.user('guest')), 0::bigint, 'no character stays behind');
select is((select count(*) from sparc.characters where user_id = test.user('ada')), 11::bigint, 'all characters move, more than ten too');
select ok((select name ~ '^Rook-[0-9a-f]{8}$' from sparc.characters where id = (select guest from hero)), 'a name that the new owner has already is made another');
select is((select name from sparc.characters where id = (select ada from hero)), 'Rook', 'a character of the new owner keeps its name');
select is((select (user_id, is_active) from sparc.session_players where session_id = pg_temp.id('plays') and character_id = (select seated from hero)), (test.user('ada'), true), 'the seat in a session that goes on moves');
select is((select payload ->> 'previous' from sparc.session_events where session_id = pg_temp.id('plays') order by seq desc limit 1), test.user('guest')::text, 'the feed tells who became whom');
select is((select user_id from sparc.session_players where session_id = pg_temp.id('over') and user_id <> test.user('mate')), test.user('guest'), 'a seat in a session that is over stays under the old id');
select is((select thrown_at is not null from sparc.declared_rolls where id = pg_temp.id('hidden')), true, 'a roll that waited is thrown');
select is((select seer_id from sparc.sessions where id = pg_temp.id('runs')), test.user('ada'), 'a session that the guest ran is run by the account');
select is((select offered_to from sparc.sessions where id = pg_temp.id('waits')), test.user('ada'), 'an offer to the guest is one to the account');
select is((select creator_id from sparc.adventures where name = 'A draft of a guest'), test.user('ada'), 'adventures of the guest move with them');
select is((select path from sparc.tutorial_progress where user_id = test.user('ada')), 'seer', 'the tutorial moves where the account has none');
select is((select u.games_played from sparc.users as u where u.id = test.user('ada')), (select sum(c.games_played)::integer from counted as c), 'what was played is counted together');
select is((select u.games_played from sparc.users as u where u.id = test.user('guest')), 0, 'what was played is not counted twice');
select is((select rating from sparc.adventure_ratings where user_id = test.user('guest')), 5, 'a rating stays under the old id');
select test.as_user(test.user('ada'));
select throws_ok(format('select sparc.join_session(%L, %L)', (select code from s where name = 'kicked'), (select ada from hero)), 'KG407', null, 'who was kicked as a guest stays kicked');
select is((sparc.throw_roll((sparc.declare_roll(pg_temp.id('plays'), (select seated from hero), 'wit', 9)).id)).character_id, (select seated from hero), 'the account plays on for the guest');
select throws_ok($$select sparc.create_character('One more', 'rogue')$$, 'KG401', null, 'who has more than ten characters makes no other');
select test.as_user(test.user('guest'));
select throws_ok($$select sparc.create_character('One more', 'rogue')$$, 'KG010', null, 'the guest can act no more');
select test.as_owner();
select throws_ok(format($$update sparc.characters set user_id = %L where user_id = %L$$, test.user('mate'), test.user('ada')), 'KG417', null, 'a character changes its owner on no other path');
select lives_ok($$select core.run_person_hooks('merge', test.user('guest'), test.user('ada'))$$, 'a merge is repeated without harm');
select is((select u.games_played from sparc.users as u where u.id = test.user('ada')), (select sum(c.games_played)::integer from counted as c), 'a merge that is repeated counts nothing again');

-- what is theirs
create function pg_temp.pages(person uuid, size integer) returns table (table_name text, key jsonb, "row" jsonb) language plpgsql as $$
declare
  _last jsonb;
  _count integer;
begin
  loop
    _count := 0;
    for table_name, key, "row" in select e.table_name, e.key, e.row from sparc.export_person(person, _last, size) as e loop
      _count := _count + 1;
      _last := jsonb_build_object('table_name', table_name, 'key', key);
      return next;
    end loop;
    exit when _count < size;
  end loop;
end
$$;
create temporary table pages as select * from pg_temp.pages(test.user('ada'), 3);
select is((select count(*) from pages), (select count(*) from sparc.export_person(test.user('ada'), null, 100000)), 'pages of three rows give all rows');
select is((select array_agg(table_name || key::text) from pages), (select array_agg(e.table_name || e.key::text) from sparc.export_person(test.user('ada'), null, 100000) as e), 'pages come in one order');
select is((select count(*) from pages where table_name = 'sparc.users'), 2::bigint, 'an account that was merged is exported with the one that it is now');
select is((select count(*) from pages where table_name = 'sparc.declared_rolls' and "row" ->> 'description' = 'listens'), 1::bigint, 'what a person said to their rolls is exported');
select is(array(select table_name || p."row" from pages as p where p."row"::text ~ 'MATE|Mate'), '{}', 'nothing of others is exported');
select test.as_user(test.user('seer'));
insert into s select 'secret', (sparc.roll_dice(pg_temp.id('plays'), (select seated from hero), 'heart', 9, is_hidden => true, description => 'the Seer knows')).id;
select test.as_owner();
select is((select count(*) from sparc.export_person(test.user('ada'), null, 1000) as e where e.row::text like '%the Seer knows%'), 0::bigint, 'what the Seer rolled hidden for a character is not exported to its player');
select is((select count(*) from sparc.export_person(test.user('seer'), null, 1000) as e where e.row::text like '%the Seer knows%'), 2::bigint, 'what the Seer rolled hidden is exported to the Seer');
select throws_ok($$select sparc.export_person(test.user('ada'), '{"table_name": "sparc.dice_secrets", "key": []}', 10)$$, 'KG001', null, 'no other table is exported');

-- closed for a while
select test.as_user(test.user('bo'));
select is((core.close_account()).kind, 'closed', 'somebody closes their account');
select test.as_user(test.user('mate'));
select is((select count(*) from sparc.users where id = test.user('bo')), 0::bigint, 'the profile of a closed account is not seen');
select test.as_user(test.user('bo'));
select throws_ok($$select sparc.create_character('One more', 'rogue')$$, 'KG010', null, 'a closed account makes no character');
select lives_ok('select core.reopen_account()', 'somebody opens their account again');
select is((select count(*) from sparc.characters), 1::bigint, 'the characters of an account that was opened again are there');
select is((sparc.create_character('One more', 'rogue')).name, 'One more', 'an account that was opened again acts again');
select is((select count(*) from sparc.users where id = test.user('bo')), 1::bigint, 'the profile of an account that was opened again is seen');

select test.as_owner();
select * from finish();
rollback;
