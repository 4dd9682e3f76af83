-- A correction is not a spend: it takes a wrong grant off totals and boards, and from the balance what is there.
begin;
select plan(32);
select test.as_owner();
select test.xp_user('ann');
select test.xp_user('bob');
select test.xp_user('eve');
select xp.create_season('old', current_date - 20, current_date - 11);
select xp.create_season('now', current_date - 10, current_date + 10);
create function pg_temp.account(name text) returns bigint language sql return (xp.require_account(test.user(name)::text)).user_id;
-- The balance, lifetime XP, and XP of the latest season and of both.
create function pg_temp.totals(name text) returns text language sql return (
  select format('%s %s %s %s', b.current_balance, b.lifetime_xp, b.seasonal_xp,
    (select string_agg(format('%s:%s', s.season_id, s.xp), ' ' order by s.season_id) from xp.xp_season_xp as s where s.user_id = b.user_id))
  from xp.xp_balance as b where b.user_id = pg_temp.account(name)
);
create function pg_temp.place(name text) returns text language sql return (
  select format('%s %s', l.rank, l.xp) from xp.leaderboard('now') as l where l.public_id = (select p.public_id from xp.xp_profiles as p where p.user_id = pg_temp.account(name))
);
select test.as_owner();

-- Field case 24.
select xp.grant_xp(pg_temp.account('bob'), 500, 'EVENT', gen_random_uuid());
select xp.grant_xp(pg_temp.account('ann'), n, 'EVENT', gen_random_uuid()) from unnest('{100, 1000000}'::bigint[]) as n;
select xp.grant_xp(pg_temp.account('ann'), -1000000, 'SHOP', test.user('spend'), kind => 'spend');
select is(pg_temp.place('ann'), '1 1000100', 'a spend leaves the leaderboard as it is');
select xp.grant_xp(pg_temp.account('ann'), 1000000, 'EVENT', gen_random_uuid());
select is(
  (select format('%s %s %s %s', g.amount, g.corrected_balance, g.corrected_lifetime, g.corrected_season)
    from xp.grant_xp(pg_temp.account('ann'), -1000000, 'EVENT', test.user('wrong'), kind => 'correction') as g),
  '-1000000 -1000000 -1000000 -1000000', 'a correction says what it took from the balance, the lifetime and the season'
);
select is(pg_temp.totals('ann'), '100 1000100 1000100 now:1000100', 'a correction takes a wrong grant off balance, lifetime and season');
select xp.grant_xp(pg_temp.account('ann'), -1000000, 'EVENT', gen_random_uuid(), kind => 'correction');
select is(pg_temp.totals('ann'), '0 100 100 now:100', 'a correction lowers what was earned even where all of it was spent');
select is(pg_temp.place('ann'), '2 100', 'a wrong grant that was corrected stays on no leaderboard');
select is_empty('select * from xp.reconcile()', 'the books agree after corrections of what was there and of what was spent');

-- The same key.
select is(
  (xp.grant_xp(pg_temp.account('ann'), -1000000, 'EVENT', test.user('wrong'), kind => 'correction')).corrected_balance, -1000000::bigint,
  'a correction sent again answers with what the first one took'
);
select is(pg_temp.totals('ann'), '0 100 100 now:100', 'a correction sent again takes nothing more');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), -1000000, 'EVENT', test.user('wrong'))$$, 'KG006', null, 'a spend under the key of a correction is a conflict');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), -1000000, 'SHOP', test.user('spend'), kind => 'correction')$$, 'KG006', null, 'a correction under the key of a spend is a conflict');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), -1000000, 'EVENT', test.user('wrong'), kind => 'correction', season_id => 'old')$$, 'KG006', null, 'another season under the key of a correction is a conflict');
select is(
  (xp.grant_xp(pg_temp.account('ann'), -1000000, 'SHOP', test.user('spend'))).amount, -1000000::bigint,
  'a spend that named its kind is found again without one'
);

-- To zero at most.
select is(
  (select format('%s %s %s', g.corrected_balance, g.corrected_lifetime, g.corrected_season)
    from xp.grant_xp(pg_temp.account('ann'), -250, 'EVENT', gen_random_uuid(), kind => 'correction') as g),
  '0 -100 -100', 'a correction of more than was ever earned ends at zero, and says what it took'
);
select is(pg_temp.totals('ann'), '0 0 0 now:0', 'no total falls below zero by a correction');
select is(pg_temp.place('ann'), null, 'who is left without XP in a season stands on no leaderboard');
select test.as_user(test.user('ann'));
select is((select format('%s %s', r.rank, r.xp) from xp.user_rank('now') as r), ' 0', 'who is left without XP in a season has no rank');
select is((select count(*) from xp.xp_ledger as l where l.corrected_balance = 0), 1::bigint, 'a user reads in the ledger what a correction took from them');
select test.as_owner();
select xp.grant_xp(pg_temp.account('ann'), 30, 'EVENT', gen_random_uuid());
select is(pg_temp.totals('ann'), '30 30 30 now:30', 'XP after a correction counts from zero, and nothing is owed');

-- Which season.
select test.as_owner();
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id)
values (pg_temp.account('ann'), 400, 'EVENT', gen_random_uuid(), 'GRANT', 0, 'old'), (pg_temp.account('eve'), 70, 'EVENT', gen_random_uuid(), 'GRANT', 0, null);
select test.as_owner();
select xp.grant_xp(pg_temp.account('ann'), -150, 'EVENT', gen_random_uuid(), kind => 'correction', season_id => 'old');
select is(pg_temp.totals('ann'), '280 280 30 now:30 old:250', 'a correction lowers the season that it names, also one that is over');
select is(
  (select format('%s %s %s', g.corrected_balance, g.corrected_lifetime, g.corrected_season)
    from xp.grant_xp(pg_temp.account('eve'), -20, 'EVENT', gen_random_uuid(), kind => 'correction') as g),
  '-20 -20 0', 'a correction in a season without XP takes none from it'
);
select is(pg_temp.totals('eve'), '50 50 0 ', 'a correction makes no place in a season');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), -1, 'EVENT', gen_random_uuid(), kind => 'correction', season_id => 'never')$$, 'KG004', null, 'a correction names a season that exists');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), -1, 'SHOP', gen_random_uuid(), season_id => 'old')$$, 'KG001', null, 'a spend names no season');
select throws_ok(format($$select xp.grant_xp(pg_temp.account('ann'), %s, 'EVENT', gen_random_uuid(), kind => %L)$$, v.amount, v.kind), 'KG001', null, format('%s XP are no %s', v.amount, v.kind))
from (values (5, 'spend'), (5, 'correction'), (-5, 'grant'), (5, 'gift')) as v (amount, kind);

-- Rebuilt from the ledger alone.
select test.as_owner();
update xp.xp_balance set current_balance = 1, lifetime_xp = 1, seasonal_xp = 1;
delete from xp.xp_season_xp;
select xp.rebuild_balances();
select is(pg_temp.totals('ann'), '280 280 30 now:30 old:250', 'balances and seasons are rebuilt from a ledger with corrections');
select throws_ok(
  format($$insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, corrected_balance, corrected_lifetime, corrected_season)
    values (%s, 5, 'EVENT', gen_random_uuid(), 'GRANT', 0, 0, 0, 0)$$, pg_temp.account('ann')),
  '23514', null, 'no entry that gives XP is a correction'
);
select is_empty('select * from xp.reconcile()', 'the books agree at the end');
select test.as_owner();
select xp.grant_xp(pg_temp.account('eve'), -1000000000000, 'EVENT', gen_random_uuid(), kind => 'correction');
select is(pg_temp.totals('eve'), '0 0 0 ', 'the highest correction ends at zero');
select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
