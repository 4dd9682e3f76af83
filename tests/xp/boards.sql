-- Boards: names, periods, pages, neighbors and friends.
begin;
select plan(21);
select test.as_owner();
create function pg_temp.account(name text) returns bigint language sql return (xp.require_account(test.user(name)::text)).user_id;
select test.xp_user(n) from unnest('{ann, bob, eve, sam}'::text[]) as n;
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, created_at)
select pg_temp.account(v.name), v.amount, 'EVENT', gen_random_uuid(), 'GRANT', 0, v.at::timestamptz
from (values
  ('ann', 50, '2026-11-23 00:00Z'), ('ann', 30, '2026-11-29 23:59Z'), ('bob', 70, '2026-11-25 12:00Z'), ('eve', 70, '2026-11-25 12:00Z'),
  ('sam', 90, '2026-11-30 00:00Z'), ('ann', 500, '2026-10-31 23:59Z')
) as v (name, amount, at);
select test.as_user(test.user('ann'));
select is((xp.set_handle('Ann the first')).handle, 'Ann the first', 'a user chooses the name that boards show');
select is((xp.set_handle('Ann the first')).handle, 'Ann the first', 'choosing the same name again does no harm');
select throws_ok(format('select xp.set_handle(%L)', h), 'KG001', null, 'a handle is a name of up to 40 characters') from unnest(array['', repeat('x', 41), E'a\nb']) as h;
select is((select count(*) from xp.xp_profiles), 1::bigint, 'a user reads only the own row of names');
select is((select string_agg(format('%s:%s', l.rank, l.xp), ' ' order by l.rank, l.xp) from xp.leaderboard(v.board) as l), v.expected, format('the board %s shows what was earned in it', v.board))
from (values
  ('week:2026-W48', '1:80 2:70 2:70'), ('day:2026-11-25', '1:70 1:70'), ('month:2026-11', '1:90 2:80 3:70 3:70'), ('all', '1:580 2:90 3:70 3:70')
) as v (board, expected);
select throws_ok(format('select * from xp.leaderboard(%L)', b), 'KG004', null, format('%s is no board', b))
from unnest('{day:2026-02-30, week:2026-W54, month:2026-13}'::text[]) as b;
select is((select l.handle from xp.leaderboard('all', 1) as l), 'Ann the first', 'a board shows the handle');
select results_eq(
  $$select n.rank, n.xp from xp.leaderboard('all', 1) as l cross join lateral xp.leaderboard('all', 2, to_jsonb(l)) as n$$,
  'values (2::bigint, 90::bigint), (3, 70)', 'the last entry of a page leads to the next page'
);
select results_eq($$select a.rank, a.xp from xp.around_me('month:2026-11', 3) as a$$, 'values (1::bigint, 90::bigint), (2, 80), (3, 70)', 'a user finds their neighbors, and stands among them');
select throws_ok(format($$select * from xp.user_rank('all', %s)$$, 0), 'KG003', null, 'a user asks for no other rank by the number of an account');
select test.as_owner();
select is(
  (select l.xp from xp.xp_profiles as p cross join lateral xp.ranks_of('all', array[p.public_id]) as l where p.user_id = pg_temp.account('sam')), 90::bigint,
  'a friend is found by the public id'
);
insert into core.closed_persons (person_id, kind) values (test.user('ann'), 'erased');
select core.run_person_hooks('erase', test.user('ann'));
select results_eq($$select l.rank, l.handle from xp.leaderboard('all', 1) as l$$, 'values (1::bigint, null::text)', 'an erased person keeps the rank, without a name');
select test.as_owner();
select test.xp_user(n) from unnest('{ida, leo}'::text[]) as n;
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version)
values
  (pg_temp.account('ida'), 8999999999999999999, 'EVENT', gen_random_uuid(), 'GRANT', 0),
  (pg_temp.account('leo'), 5000000000000000000, 'EVENT', gen_random_uuid(), 'GRANT', 0);
select results_eq(
  $$select n.rank, n.xp from xp.leaderboard('all', 1) as l cross join lateral xp.leaderboard('all', 1, to_jsonb(l)) as n$$,
  'values (2::bigint, 5000000000000000000)', 'the most that an account can hold leads to the next page too'
);
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
