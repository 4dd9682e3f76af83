-- xp.grant_xp and the ledger: the balance follows, never below 0, each request once.
begin;
select plan(50);
select test.as_owner();
select test.xp_user('ann');
select test.xp_user('bob');
create function pg_temp.account(name text) returns bigint language sql return (xp.require_account(test.user(name)::text)).user_id;
create function pg_temp.balance(name text) returns text language sql return (
  select format('%s %s %s %s', b.current_balance, b.lifetime_xp, b.seasonal_xp, b.season_id) from xp.xp_balance b where b.user_id = pg_temp.account(name)
);

select test.as_operator(test.user('op'));
select throws_ok($$select xp.grant_xp(1, 5, 'gift', gen_random_uuid())$$, '42501', null, 'an operator grants nothing');
select test.as_user(test.user('ann'));
select throws_ok($$select xp.grant_xp(1, 5, 'gift', gen_random_uuid())$$, '42501', null, 'a user grants nothing');
select test.as_owner();
select test.act_as('none', '{"role": "authenticated"}');
select throws_ok($$select xp.grant_xp(1, 5, 'gift', gen_random_uuid())$$, 'KG003', null, 'claims can lower even the owner');
select test.as_owner();

select is((xp.grant_xp(pg_temp.account('ann'), 100, 'gift', test.user('g1'), '{"from": "santa"}')).amount, 100::bigint, 'the service gives XP');
select is(pg_temp.balance('ann'), '100 100 0 ', 'the balance follows a grant');
select is((xp.grant_xp(pg_temp.account('ann'), 100, 'gift', test.user('g1'), '{"from": "santa"}')).metadata, '{"from": "santa"}', 'a repetition returns the row');
select is(pg_temp.balance('ann'), '100 100 0 ', 'a repeated grant gives nothing more');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 101, 'gift', test.user('g1'), '{"from": "santa"}')$$, 'KG006', null, 'another amount under the key is a conflict');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 100, 'prize', test.user('g1'), '{"from": "santa"}')$$, 'KG006', null, 'another reason under the key is a conflict');
select is((xp.grant_xp(pg_temp.account('ann'), 100, 'gift', test.user('g1'))).metadata, '{"from": "santa"}', 'metadata are not compared, and those of the first call stay');
select is((xp.grant_xp(pg_temp.account('bob'), 7, 'gift', test.user('g1'))).amount, 7::bigint, 'another user has keys of their own');
select is((xp.grant_xp(pg_temp.account('ann'), -60, 'shop', test.user('s1'))).amount, -60::bigint, 'a negative amount spends');
select is(pg_temp.balance('ann'), '40 100 0 ', 'spending does not lower what was earned');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), -41, 'shop', test.user('s2'))$$, 'KG304', null, 'nobody spends below zero');
select is((xp.grant_xp(pg_temp.account('ann'), -40, 'shop', test.user('s2'))).amount, -40::bigint, 'an account may spend to zero, under the key of the refused call');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 0, 'gift', gen_random_uuid())$$, 'KG001', null, 'zero is no amount of a grant');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), null, 'gift', gen_random_uuid())$$, 'KG001', null, 'null is no amount of a grant');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), -9223372036854775808, 'gift', gen_random_uuid())$$, 'KG001', null, 'an amount that could overflow is refused');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 1, '', gen_random_uuid())$$, 'KG001', null, 'a grant needs a reason');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 1, 'DAILY_LOGIN', gen_random_uuid())$$, 'KG001', null, 'the reason of claims is not for grants');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 1, 'MERGE', gen_random_uuid())$$, 'KG001', null, 'the reason of merged accounts is not for grants');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 1, 'gift', null)$$, 'KG001', null, 'a grant needs a key');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 1, 'gift', gen_random_uuid(), '[]')$$, 'KG001', null, 'metadata of a grant are an object');
select throws_ok($$select xp.grant_xp(-1, 1, 'gift', gen_random_uuid())$$, 'KG004', null, 'an unknown account is not found');

select throws_ok($$select xp.grant_xp(null, 1, 'gift', gen_random_uuid())$$, 'KG004', null, 'null is no account of a grant');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 1, repeat('x', 1000000), gen_random_uuid())$$, 'KG001', null, 'a reason has 100 characters at most');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 1, null, gen_random_uuid())$$, 'KG001', null, 'a reason has one character at least');
select throws_ok($$select xp.grant_xp(pg_temp.account('ann'), 1, 'gift', gen_random_uuid(), null)$$, 'KG001', null, 'metadata may not be null');
select throws_ok(format($$select xp.grant_xp(pg_temp.account('ann'), %s, 'gift', gen_random_uuid())$$, a), 'KG001', null, format('%s is beyond what a grant may be', a))
from unnest('{1000000000001, -1000000000001, 9223372036854775807}'::bigint[]) a;

-- An account that has earned nearly all that a bigint holds, by an import.
select test.xp_user('midas');
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values (pg_temp.account('midas'), 9000000000000000001, 'import', test.user('import'), 'GRANT', 0);
select throws_ok($$select xp.grant_xp(pg_temp.account('midas'), 1000000000000, 'gift', gen_random_uuid())$$, 'KG001', null, 'who has earned nine quintillions is granted no more');
select is((xp.grant_xp(pg_temp.account('midas'), -1000000000000, 'shop', gen_random_uuid())).amount, -1000000000000, 'who has earned nine quintillions may spend');
select is(pg_temp.balance('midas'), '8999999000000000001 9000000000000000001 0 ', 'a balance of nine quintillions is exact');

-- A key of a grant is no key of a claim, and the other way round.
select test.xp_activate('daily', test.xp_policy());
select is((test.xp_claim('ann', 'daily', '2026-04-30 12:00Z', test.user('g1'))).status, 'NEW', 'a user may claim under the key of a grant: the service''s keys are a name space of their own');
select test.xp_claim('ann', 'daily', '2026-05-01 12:00Z', test.user('c1'));
select is((xp.grant_xp(pg_temp.account('ann'), 100, 'gift', test.user('c1'))).amount, 100::bigint, 'no user''s claim keeps the service from granting under its key');

select test.xp_claim('ann', 'daily', '2026-05-01 13:00Z', test.user('c2'));
select is((xp.grant_xp(pg_temp.account('bob'), 9, 'gift', test.user('c1'))).amount, 9::bigint, 'a key of another user''s claim is free');
select is((xp.grant_xp(pg_temp.account('bob'), -9, 'shop', test.user('c2'))).amount, -9::bigint, 'a key of another user''s repeated claim is free');

-- Bulk: one update of each balance.
create temp table updates (user_id bigint) on commit drop;
grant insert on updates to public;
create function pg_temp.count_update() returns trigger language plpgsql as $$begin insert into updates values (new.user_id); return null; end$$;
create trigger count_updates after update on xp.xp_balance for each row execute function pg_temp.count_update();
select xp.create_season('now', current_date - 10, current_date + 10);
select xp.create_season('before', current_date - 20, current_date - 11);
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id)
select u.user_id, a.amount, 'import', gen_random_uuid(), 'GRANT', 0, a.season_id
from (values (pg_temp.account('ann')), (pg_temp.account('bob'))) u (user_id)
cross join (values (10, 'before'), (20, 'now'), (-5, 'now'), (30, null), (40, 'now')) a (amount, season_id);
select is((select count(*) from updates), 2::bigint, 'a bulk insert costs one update a user');
select is(pg_temp.balance('ann'), '405 510 60 now', 'balance, lifetime and the latest season are right');
select is(pg_temp.balance('bob'), '102 116 60 now', 'a bulk insert leaves every other balance right, too');
select is((select string_agg(season_id || ' ' || xp, ', ' order by season_id) from xp.xp_season_xp s where s.user_id = pg_temp.account('ann')), 'before 10, now 60', 'each season keeps its total');
select is((xp.grant_xp(pg_temp.account('bob'), 1, 'gift', gen_random_uuid())).season_id, 'now', 'a grant counts for the season of its day');
select throws_ok(
  format($$insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values (%s, 5, 'a', gen_random_uuid(), 'GRANT', 0), (%s, -500, 'b', gen_random_uuid(), 'GRANT', 0)$$, pg_temp.account('ann'), pg_temp.account('bob')),
  'KG304', null, 'a bulk insert that overdraws one user is refused whole'
);
select throws_ok(
  format($$insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values (%s, 0, 'a', gen_random_uuid(), 'GRANT', 0)$$, pg_temp.account('ann')),
  '23514', null, 'an entry of 0 is refused'
);

-- Append-only, for the owner too.
select throws_ok($$update xp.xp_ledger set amount = 1$$, 'KG008', null, 'no entry is changed');
select throws_ok($$delete from xp.xp_ledger$$, 'KG008', null, 'no entry is removed');
select throws_ok($$truncate xp.xp_ledger$$, 'KG008', null, 'the ledger is not truncated');
select throws_ok($$delete from xp.xp_awards$$, 'KG008', null, 'no award is removed');
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
