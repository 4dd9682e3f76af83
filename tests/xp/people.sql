-- Whoever leaves, becomes one with another account or asks for their data: what xp does then.
begin;
select plan(46);
select test.as_owner();
select test.xp_activate('daily', test.xp_policy(test.xp_flat()));
select xp.create_season('old', '2026-01-01', '2026-01-31'), xp.create_season('running', '2026-02-01', '2099-12-31');
create function pg_temp.account(name text) returns bigint language sql return (xp.require_account(test.user(name)::text)).user_id;
-- A streak of five days, a rank on a closed and on a running season's board, a repeated key, another zone, grants with words, and a purchase.
create function pg_temp.live(name text) returns void language plpgsql as $$
begin
  perform test.xp_user(live.name, 'Europe/Brussels', 'cohort');
  perform test.xp_claim(live.name, 'daily', '2026-01-29 12:00Z'::timestamptz + i * interval '1 day') from generate_series(0, 4) as i;
  perform test.xp_claim(live.name, 'daily', '2026-02-02 13:00Z');
  perform xp.grant_xp(pg_temp.account(live.name), 300, 'gift', gen_random_uuid(), jsonb_build_object('words', 'canary of ' || live.name));
  perform xp.grant_xp(pg_temp.account(live.name), -250, 'shop', gen_random_uuid(), jsonb_build_object('words', 'canary of ' || live.name));
  perform xp.change_timezone_at(test.user(live.name)::text, 'Europe/London', '2026-02-03 12:00Z');
end
$$;
create function pg_temp.words() returns text language plpgsql as $$
declare
  _table record;
  _words text;
  _all text := '';
begin
  for _table in select c.oid::regclass as name from pg_class as c where c.relnamespace = 'xp'::regnamespace and c.relkind in ('r', 'm') loop
    execute format('select string_agg(t::text, '' '') from %s as t', _table.name) into _words;
    _all := _all || coalesce(_words, '');
  end loop;
  return _all;
end
$$;
create function pg_temp.erase(name text) returns void language plpgsql as $$
begin
  insert into core.closed_persons (person_id, kind) values (test.user(name), 'erased') on conflict do nothing;
  perform core.run_person_hooks('erase', test.user(name));
end
$$;
create function pg_temp.balance(name text) returns text language sql return (
  select b.current_balance || ' ' || b.lifetime_xp || ' ' || b.seasonal_xp || ' ' || coalesce(b.season_id, '') from xp.xp_balance as b where b.user_id = pg_temp.account(balance.name)
);
create function pg_temp.streak(name text) returns text language sql return (
  select s.current_streak || ' ' || s.longest_streak || ' ' || s.last_reward_day_id from xp.xp_streaks as s where s.user_id = pg_temp.account(streak.name)
);
select pg_temp.live(n) from unnest('{ann, bob, gus, dan}'::text[]) as n;
select test.xp_claim('bob', 'daily', '2026-02-03 12:00Z');

-- erased
select is(pg_temp.balance('ann'), '850 1100 700 running', 'an account has XP before the erasure');
select cmp_ok(pg_temp.words(), '~', 'canary of ann', 'words about a person stand somewhere');
create temp table board as select s.name, l.* from unnest('{old, running}'::text[]) as s (name) cross join lateral xp.leaderboard(s.name) as l;
select pg_temp.erase('ann');
select cmp_ok(pg_temp.words(), '!~', 'canary of ann', 'no word about an erased person is left');
select cmp_ok(pg_temp.words(), '~', 'canary of bob', 'words about others stay');
select is(pg_temp.balance('ann'), '850 1100 700 running', 'an erasure leaves XP');
select is(pg_temp.streak('ann'), '3 3 2026-02-02', 'an erasure leaves the streak');
select results_eq(
  'select s.name, l.* from unnest(''{old, running}''::text[]) as s (name) cross join lateral xp.leaderboard(s.name) as l order by 1, 2, 3', 'select * from board order by 1, 2, 3',
  'an erased person keeps the rank on the boards of closed and running seasons'
);
select is_empty('select * from xp.reconcile()', 'the books are right after an erasure');
select md5(pg_temp.words()) as before \gset
select pg_temp.erase('ann');
select is(md5(pg_temp.words()), :'before', 'an erasure that is repeated changes nothing');
select is((xp.rebuild_balances()) + xp.rebuild_streaks(), 0::bigint, 'balances and streaks are rebuilt as they are after an erasure');
select throws_ok($$ select xp.grant_xp(pg_temp.account('ann'), 1, 'gift', gen_random_uuid(), '{"words": "canary"}') $$, 'KG010', null, 'the service notes nothing more of an erased person');
select throws_ok($$ update xp.xp_ledger set metadata = '{}' where user_id = pg_temp.account('bob') and metadata <> '{}' $$, 'KG008', null, 'nothing but an erasure empties what was noted');
select test.as_user(test.user('ann'));
select throws_ok($$ select xp.claim('daily', gen_random_uuid()) $$, 'KG010', null, 'an erased person''s token claims nothing');
select throws_ok($$ select xp.register_user(auth.uid()::text, 'UTC') $$, 'KG010', null, 'an erased person''s token opens no account');

-- a closed account
select test.as_owner();
insert into core.closed_persons (person_id, kind, until) values (test.user('bob'), 'closed', now() + interval '30 days');
select core.run_person_hooks('close', test.user('bob'));
select test.as_user(test.user('bob'));
select throws_ok($$ select xp.claim('daily', gen_random_uuid()) $$, 'KG010', null, 'whoever closed their account claims nothing');
select test.as_user(test.user('dan'));
select is((select count(*) from xp.leaderboard('old') as l), 4::bigint, 'whoever closed their account keeps the rank on a board');
select is_empty(
  $$ select from xp.leaderboard('old') as l cross join unnest('{ann, bob, gus, dan}'::text[]) as n where l::text ~ test.user(n)::text $$, 'a board shows no auth id'
);
select test.as_service();
select is((xp.grant_xp((select p.user_id from xp.leaderboard('running') as l join xp.xp_profiles as p on p.public_id = l.public_id order by l.rank limit 1), 1, 'prize', test.user('prize'))).amount, 1::bigint, 'a closed account still gets what the service gives');
select test.as_owner();
delete from core.closed_persons where person_id = test.user('bob');
select core.run_person_hooks('reopen', test.user('bob'));
select is(pg_temp.streak('bob'), '3 3 2026-02-03', 'whoever comes back has their streak');

-- two accounts
create temp table sums as select sum(current_balance) as balance from xp.xp_balance;
select core.run_person_hooks('merge', test.user('gus'), test.user('dan'));
select results_eq('select sum(current_balance) from xp.xp_balance', 'select balance from sums', 'two accounts that become one hold together what they held before');
select is(pg_temp.balance('dan'), '1700 2200 700 running', 'the new account has the balance and the lifetime XP of both');
select is(pg_temp.balance('gus'), '0 1100 700 running', 'the old account keeps what it ever earned, and has nothing left');
select is((select sum(l.amount) from xp.xp_ledger as l where l.reason = 'MERGE'), 0::numeric, 'entries that carry XP sum to zero');
select is(pg_temp.streak('dan') || ', ' || pg_temp.streak('gus'), '3 3 2026-02-02, 3 3 2026-02-02', 'streaks stay where they are if both accounts have one');
select results_eq(
  'select l.* from xp.leaderboard(''old'') as l order by 1, 2', 'select rank, public_id, handle, xp from board where name = ''old'' order by 1, 2', 'a merge changes no rank on the board of a closed season'
);
select is_empty('select * from xp.reconcile()', 'the books are right after a merge');
select md5(pg_temp.words()) as before \gset
select core.run_person_hooks('merge', test.user('gus'), test.user('dan'));
select is(md5(pg_temp.words()), :'before', 'a merge that is repeated changes nothing');

-- a guest who signs up
select pg_temp.live('guest');
select core.run_person_hooks('merge', test.user('guest'), test.user('member'));
select results_eq(
  $$ select u.reward_tz, u.segment_key, (u.user_id % 1024)::integer from xp.xp_users as u where u.user_id = pg_temp.account('member') $$,
  format($$ values ('Europe/London', 'cohort', core.slot_of(%L)) $$, test.user('member')), 'where the new id has no account, one is opened in the old one''s zone and segment'
);
select is(pg_temp.streak('guest'), '3 3 2026-02-02', 'the streak of a guest who signs up stays under the old id');
select core.run_person_hooks('merge', test.user('guest'), test.user('member'));
select is(pg_temp.balance('member'), '850 1100 0 ', 'what a guest has is carried once');
select core.run_person_hooks('merge', test.user('stranger'), test.user('member'));
select is(pg_temp.balance('member'), '850 1100 0 ', 'an id without an account brings nothing');
select is_empty('select * from xp.reconcile()', 'the books are right after a guest signed up');
select test.xp_user('midas');
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values (pg_temp.account('midas'), 8999999999999999999, 'import', test.user('import'), 'GRANT', 0);
select throws_ok($$ select core.run_person_hooks('merge', test.user('midas'), test.user('member')) $$, 'KG011', null, 'accounts that together earned more than one can hold do not become one');
select core.run_person_hooks('merge', test.user('stranger'), test.user('nobody'));
select is_empty($$ select from xp.xp_users as u where u.external_user_id = test.user('nobody')::text $$, 'no account is opened where neither id has one');

-- deleted where people sign up
insert into auth.users (id, email) values (test.user('lea'), 'lea@example.org');
select pg_temp.live('lea');
select md5(string_agg(l::text, ' ' order by l.ledger_id)) as before from xp.xp_ledger as l where l.user_id <> pg_temp.account('lea') \gset
select lives_ok($$ delete from auth.users where id = test.user('lea') $$, 'somebody with XP, a streak and ranks can be deleted from auth.users');
select cmp_ok(pg_temp.words(), '!~', 'canary of lea', 'no word is left about somebody who was deleted from auth.users');
select is(pg_temp.balance('lea'), '850 1100 700 running', 'XP stay when a sign-up is deleted');
select is((select count(*) from xp.leaderboard('old') as l where l.public_id = (select p.public_id from xp.xp_profiles as p where p.user_id = pg_temp.account('lea'))), 1::bigint, 'the rank on a closed board stays when a sign-up is deleted');
select is(md5(string_agg(l::text, ' ' order by l.ledger_id)), :'before', 'deleting a sign-up changes nobody else''s entries') from xp.xp_ledger as l where l.user_id <> pg_temp.account('lea');
select is_empty('select * from xp.reconcile()', 'the books are right after a sign-up was deleted');

-- exported
create function pg_temp.pages(name text, page_size integer) returns setof jsonb language plpgsql as $$
declare
  _row record;
  _after jsonb;
  _seen integer;
begin
  loop
    _seen := 0;
    for _row in select * from xp.export_person(test.user(name), _after, page_size) loop
      _after := jsonb_build_object('table_name', _row.table_name, 'key', _row.key);
      _seen := _seen + 1;
      return next to_jsonb(_row);
    end loop;
    exit when _seen < page_size;
  end loop;
end
$$;
select results_eq($$ select pg_temp.pages('bob', 3) $$, $$ select pg_temp.pages('bob', 10000) $$, 'an export in small pages is that in one');
select is(
  array(select p ->> 'table_name' || ' ' || count(*) from pg_temp.pages('bob', 10000) as p group by p ->> 'table_name' order by 1),
  array['xp.xp_awards 6', 'xp.xp_balance 1', 'xp.xp_claim_keys 1', 'xp.xp_ledger 9', 'xp.xp_profiles 1', 'xp.xp_season_xp 2', 'xp.xp_streaks 1', 'xp.xp_timezone_changes 1', 'xp.xp_users 1'],
  'an export has every row of a person, of every table'
);
select is((select count(*) from pg_temp.pages('bob', 10000) as p where p::text ~ 'canary of bob'), 2::bigint, 'an export has all words about the person');
select is((select count(*) from pg_temp.pages('bob', 10000) as p where p::text ~ 'canary of (ann|gus|dan|guest)'), 0::bigint, 'an export has no word about anybody else');
select is(
  array(
    select distinct a.attrelid::regclass::text
    from pg_attribute as a
    join pg_class as c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'xp'::regnamespace
    where a.attname = 'user_id' and not a.attisdropped
      and strpos((select p.prosrc from pg_proc as p where p.oid = 'xp.export_person(uuid, jsonb, integer)'::regprocedure), '''' || a.attrelid::regclass::text || '''') = 0
  ),
  '{}'::text[], 'an export leaves out no table that has rows of a user'
);
select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
