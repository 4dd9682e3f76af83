-- Prizes, and the end of a season. The days are over, and what ran then has ended: the mark of the boards is set by hand, since all of this is one transaction.
begin;
select plan(50);
select test.as_operator(test.user('op'));
select throws_ok(format('select xp.create_season(%L, %L, %L, prizes => %L)', 'wrong', '2026-03-01', '2026-03-31', p), 'KG001', null, format('%s is no list of prizes', coalesce(left(p, 60), 'null')))
from unnest(array[null, '{}', '"gold"', '[1]', '[{"fromRank": 0, "toRank": 1, "xp": 5}]', '[{"fromRank": 2, "toRank": 1, "xp": 5}]', '[{"fromRank": 1, "toRank": 1, "xp": 0}]',
  '[{"fromRank": 1, "toRank": 1.5, "xp": 5}]', '[{"fromRank": 1, "toRank": "2", "xp": 5}]', '[{"fromRank": 1, "xp": 5}]', '[{"fromRank": 1, "toRank": 1, "xp": 5, "badge": 1}]',
  '[{"fromRank": 1, "toRank": 3, "xp": 5}, {"fromRank": 3, "toRank": 4, "xp": 5}]', '[{"fromRank": 1, "toRank": 1, "xp": 1000000000001}]', '[' || repeat('{},', 1000) || '{}]']) as p;
select is(
  (xp.create_season('march', '2026-03-01', '2026-03-31', 'main', '[{"fromRank": 1, "toRank": 2, "xp": 1000}, {"fromRank": 3, "toRank": 5, "xp": 10}]')).prizes -> 0 -> 'xp', '1000',
  'a season has prizes by rank'
);
select throws_ok($$select xp.create_season('march', '2026-03-01', '2026-03-31')$$, 'KG308', null, 'a season does not change its prizes');
select xp.create_season('april', '2026-04-01', '2026-04-30');
select xp.create_season('long', '2026-05-01', '2026-07-31', 'long', '[{"fromRank": 1, "toRank": 1, "xp": 7}]');

-- Seven people: ann leads, hid is hidden, bob and cat are equal, dan and eve follow, gus earned nothing.
select test.as_owner();
select results_eq(
  $$select p.path, p.message from xp.prize_problems('[{"fromRank": 1, "toRank": 3, "xp": 5}, {"fromRank": 2, "toRank": 1, "xp": 5}]') as p$$,
  $$values ('prizes[1].fromRank', 'must be after toRank of the entry before'), ('prizes[1].toRank', 'must not be before fromRank')$$, 'a list of prizes is told what is wrong, by path'
);
create function pg_temp.account(name text) returns bigint language sql return (xp.require_account(test.user(name)::text)).user_id;
select test.xp_user(n) from unnest('{ann, hid, bob, cat, dan, eve, gus}'::text[]) as n;
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, created_at)
select pg_temp.account(v.name), v.xp, 'EVENT', gen_random_uuid(), 'GRANT', 0, 'march', '2026-03-05 12:00Z'
from (values ('ann', 500), ('hid', 900), ('bob', 400), ('cat', 400), ('dan', 300), ('eve', 200)) as v (name, xp);
select xp.hide_entry('march', pg_temp.account('hid'), 'A_CHEAT');
select test.as_user(test.user('ann'));
select throws_ok($$select xp.close_season('march')$$, 'KG003', null, 'a user does not close a season');
select test.as_operator(test.user('op'));
select throws_ok($$select xp.close_season('never')$$, 'KG004', null, 'an unknown season is not closed');
select throws_ok($$select xp.close_season('march')$$, 'KG005', null, 'a season is not closed before the boards have seen its last claim settle');
select test.as_owner();
update xp.xp_roll_up set settled_at = '2026-04-02 23:59:59Z' where task = 'xp.boards';
select throws_ok($$select xp.close_season('march')$$, 'KG005', null, 'a season is not closed for what had settled before its last reward day was over in every zone');
update xp.xp_roll_up set settled_at = 'infinity' where task = 'xp.boards';
insert into xp.xp_seasons (season_id, starts_on, ends_on, kind) select 'fresh', d - 1, d - 2 + 1, 'fresh' from (select (now() at time zone 'UTC')::date as d) as today;
select throws_ok($$select xp.close_season('fresh')$$, 'KG005', null, 'a season that ended yesterday is not closed, for it is not over in every zone');
create temporary table board as select * from xp.leaderboard('march');
select test.as_operator(test.user('op'));
select results_eq(
  $$select season_id, prizes, xp, actor from xp.close_season('march')$$, format($$values ('march'::text, 5::bigint, 3020::bigint, %L)$$, test.user('op')), 'an operator closes a season'
);
select results_eq($$select prizes, xp from xp.close_season('march')$$, 'values (5::bigint, 3020::bigint)', 'closing a season again answers with its closing');
select test.as_owner();
insert into core.slots (slot, state) values (1, 'elsewhere');
select test.as_operator(test.user('op'));
select results_eq($$select prizes, xp from xp.close_season('march')$$, 'values (5::bigint, 3020::bigint)', 'a season that was closed before people went to another server is answered with its closing');
select throws_ok($$select xp.close_season('long')$$, 'KG005', null, 'a season with prizes is not closed by a server that knows a part of the people');
select test.as_owner();
delete from core.slots;
select results_eq(
  $$select n, p.rank, p.xp, b.current_balance from unnest('{ann, bob, cat, dan, eve, gus, hid}'::text[]) as n join xp.xp_balance as b on b.user_id = pg_temp.account(n) left join xp.xp_prizes as p on p.user_id = b.user_id order by n$$,
  $$values ('ann'::text, 1::bigint, 1000::bigint, 1500::bigint), ('bob', 2, 1000, 1400), ('cat', 2, 1000, 1400), ('dan', 4, 10, 310), ('eve', 5, 10, 210), ('gus', null, null, 0), ('hid', null, null, 900)$$,
  'equals get the better prize, who is hidden or earned nothing gets none, and those behind move up'
);
select results_eq(
  $$select distinct reason, season_id, side_seasons, correlation_id, actor from xp.xp_ledger where reason = 'SEASON_PRIZE'$$,
  format($$values ('SEASON_PRIZE'::text, null::text, null::text[], md5('prize:march')::uuid, %L)$$, test.user('op')), 'a prize is an entry in no season under a key of the season, with who closed it'
);
select is((select metadata from xp.xp_ledger where user_id = pg_temp.account('bob') and reason = 'SEASON_PRIZE'), '{"rank": 2, "seasonId": "march"}', 'the entry of a prize says for what it is');
update xp.xp_prizes set paid_at = null;
update core.upkeep_tasks set batch = 3 where task = 'xp.prizes';
select is(xp.upkeep_prizes(), 3::bigint, 'upkeep takes up as many prizes that count as unpaid as a batch has');
select is(xp.upkeep_prizes(), 2::bigint, 'the next run takes up the others');
select is((select sum(amount) from xp.xp_ledger where reason = 'SEASON_PRIZE'), 3020::numeric, 'no prize is paid a second time, whatever its mark says');
select results_eq('select * from xp.leaderboard(''march'')', 'select * from board', 'the board of a closed season stays as it was');
select is_empty('select * from xp.reconcile()', 'the books agree after prizes');

-- Final.
select throws_ok(format('select xp.grant_xp(%s, -100, %L, %L, %L, %L, %L)', pg_temp.account('ann'), 'CHEAT', gen_random_uuid(), '{}', 'correction', 'march'), 'KG005', null, 'a closed season is not corrected');
select throws_ok(format('select xp.hide_entry(%L, %s, %L)', 'march', pg_temp.account('ann'), 'A_CHEAT'), 'KG005', null, 'no entry of a closed season is hidden');
select throws_ok(format('select xp.show_entry(%L, %s)', 'march', pg_temp.account('hid')), 'KG005', null, 'no entry of a closed season is put back');
select is((xp.hide_entry('march', pg_temp.account('hid'), 'ANOTHER')).reason, 'A_CHEAT', 'an entry that was hidden before is answered as it is after the closing');
select lives_ok(format('select xp.hide_entry(%L, %s, %L)', 'april', pg_temp.account('ann'), 'A_CHEAT'), 'an entry of another season is hidden as ever');
select throws_ok(format('select xp.grant_xp(%s, 5, %L, %L)', pg_temp.account('ann'), 'SEASON_PRIZE', gen_random_uuid()), 'KG001', null, 'no grant looks like a prize');
select throws_ok($$update xp.xp_season_closings set prizes = 0$$, 'KG008', null, 'a closing is not changed');
select is((xp.close_season('april')).prizes, 0::bigint, 'a season without prizes is closed too');

-- People who left: the leader is erased, the second became one with another account.
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, side_seasons, created_at)
select pg_temp.account(v.name), v.xp, 'EVENT', gen_random_uuid(), 'GRANT', 0, '{long}', '2026-05-05 12:00Z' from (values ('ann', 500), ('bob', 500), ('cat', 100), ('dan', 500)) as v (name, xp);
insert into core.closed_persons (person_id, kind) values (test.user('ann'), 'erased');
insert into core.closed_persons (person_id, kind, into_id) values (test.user('bob'), 'merged', test.user('cat'));
insert into core.closed_persons (person_id, kind, until) values (test.user('dan'), 'closed', now() + interval '30 days');
select results_eq('select prizes, xp from xp.close_season(''long'')', 'values (2::bigint, 14::bigint)', 'the prize of an erased person goes to nobody');
select results_eq(
  $$select n from unnest('{ann, bob, cat, dan}'::text[]) as n join xp.xp_prizes as p on p.user_id = pg_temp.account(n) and p.season_id = 'long' order by n$$, array['cat', 'dan'],
  'the prize of an account that became one with another goes to the one that lives, and who closed theirs is paid'
);
select test.as_user(test.user('dan'));
select results_eq('select season_id, xp from xp.xp_prizes order by season_id', $$values ('long'::text, 7::bigint), ('march', 10)$$, 'a user sees their own prizes alone');

-- A prize that upkeep has yet to pay, of somebody who becomes one with another account meanwhile.
select test.as_owner();
insert into xp.xp_prizes (user_id, season_id, rank, xp) values (pg_temp.account('gus'), 'april', 1, 30);
select xp.hide_entry('all', pg_temp.account('gus'), 'A_CHEAT');
select core.run_person_hooks('merge', test.user('gus'), test.user('eve'));
select core.run_person_hooks('merge', test.user('gus'), test.user('eve'));
select is((select current_balance from xp.xp_balance where user_id = pg_temp.account('eve')), 240::bigint, 'a prize that was not paid comes with its account to the one that lives');
select is((select current_balance from xp.xp_balance where user_id = pg_temp.account('gus')), 0::bigint, 'nothing is left with the account that nobody has any more');
select is_empty('select from xp.xp_prizes where paid_at is null', 'nothing is left to pay after a merge');
select is((select reason from xp.xp_hidden_entries where user_id = pg_temp.account('eve') and season_id = 'all'), 'A_CHEAT', 'what was hidden on the board of all time does not come back under another account');
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
