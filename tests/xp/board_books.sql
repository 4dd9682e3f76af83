-- Boards against the ledger, and boards of days that go. The mark of upkeep is set by hand, since all of this is one transaction.
begin;
select plan(26);
create function pg_temp.settle() returns bigint language sql as $$
  update xp.xp_roll_up set rolled_to = (select max(l.ledger_id) from xp.xp_ledger as l) where task = 'xp.boards';
  select r.changed from xp.rebuild_scores(accounts => null) as r;
$$;
select xp.create_season('now', current_date - 10, current_date + 10);
create function pg_temp.account(name text) returns bigint language sql return (xp.require_account(test.user(name)::text)).user_id;
select test.xp_user(n) from unnest('{ann, bob}'::text[]) as n;
select xp.grant_xp(pg_temp.account('ann'), 70, 'GIFT', gen_random_uuid()), xp.grant_xp(pg_temp.account('bob'), 500, 'GIFT', gen_random_uuid());
select is_empty('select * from xp.reconcile()', 'entries that upkeep has not added yet are no difference');
select results_eq('select r.changed from xp.rebuild_scores() as r', 'values (0::bigint)', 'a rebuild leaves entries that upkeep has not come to to upkeep');
select pg_temp.settle();
select is_empty('select * from xp.reconcile()', 'boards agree with the ledger after a rebuild');
select cmp_ok((select count(*) from xp.xp_board_counts), '>', 0::bigint, 'there are counts to compare');
savepoint right_books;
update xp.xp_board_scores set xp = xp + 1 where board_id = 'now' and user_id = pg_temp.account('ann');
select results_eq($$select kind, user_id, expected, actual from xp.reconcile() where kind = 'board'$$, format($$values ('board'::text, %s::bigint, '{"now": 70}'::jsonb, '{"now": 71}'::jsonb)$$, pg_temp.account('ann')), 'a wrong score is found');
rollback to right_books;
delete from xp.xp_board_scores where board_id = 'all' and user_id = pg_temp.account('bob');
select is((select count(*) from xp.reconcile() where kind = 'board'), 1::bigint, 'a missing score is found');
rollback to right_books;
insert into xp.xp_board_scores (user_id, board_id, xp) values (pg_temp.account('ann'), 'another', 5);
select is((select count(*) from xp.reconcile() where kind = 'board'), 1::bigint, 'a score that no entry gave is found');
rollback to right_books;
update xp.xp_board_counts set members = members + 1 where board_id = 'now' and level = 1 and bucket = 70 >> 6;
select results_eq(
  'select kind, user_id, expected, actual from xp.reconcile()',
  $$values ('board_count'::text, null::bigint, '{"board_id": "now", "level": 1, "bucket": 1, "members": 1}'::jsonb, '{"board_id": "now", "level": 1, "bucket": 1, "members": 2}'::jsonb)$$, 'a wrong counter is found'
);
rollback to right_books;
delete from xp.xp_board_counts where board_id = 'now' and level = 0;
select is((select count(*) from xp.reconcile()), 2::bigint, 'missing counters are found');
select is((select r.changed from xp.rebuild_scores() as r), 0::bigint, 'a rebuild that finds the scores right writes none');
insert into xp.xp_board_counts (board_id, level, bucket, members) values ('zzz', 0, 5, 1);
update xp.xp_board_counts set members = members + 1 where board_id = 'all';
create temporary table recounted as
with recursive b as (select xp.recount_board() as board_id union all select xp.recount_board(b.board_id) from b where b.board_id is not null)
select * from b;
select is(
  (select array_agg(board_id order by board_id collate "C") from recounted where board_id is not null),
  (select array_agg(b.board_id order by b.board_id collate "C") from (select board_id::text from xp.xp_board_scores union select 'zzz') as b),
  'every board is recounted, those that are not there too'
);
select is_empty('select * from xp.reconcile()', 'a recount mends counters');
update xp.xp_board_scores set xp = xp + 3 where user_id = pg_temp.account('ann');
delete from xp.xp_board_scores where board_id = 'now' and user_id = pg_temp.account('bob');
insert into xp.xp_board_scores (user_id, board_id, xp) values (pg_temp.account('bob'), 'another', 5);
select is((select r.last_user_id from xp.rebuild_scores(accounts => 1) as r), least(pg_temp.account('ann'), pg_temp.account('bob')), 'a batch of scores ends with the last account that it looked at');
select is((select count(distinct user_id) from xp.reconcile() where kind = 'board'), 1::bigint, 'a batch of one account leaves the other as it is');
select is((select r.last_user_id from xp.rebuild_scores(least(pg_temp.account('ann'), pg_temp.account('bob')), 1) as r), greatest(pg_temp.account('ann'), pg_temp.account('bob')), 'the next batch goes on behind it');
select is((select r.last_user_id from xp.rebuild_scores(greatest(pg_temp.account('ann'), pg_temp.account('bob'))) as r), null, 'after the last account there is none');
select is_empty($$select * from xp.reconcile() where kind = 'board'$$, 'a rebuild mends scores that are wrong, missing or too many');
create temporary table recounted_again as
with recursive b as (select xp.recount_board() as board_id union all select xp.recount_board(b.board_id) from b where b.board_id is not null)
select * from b;
select is_empty('select * from xp.reconcile()', 'scores and counters agree after a rebuild of both');

-- Days that go. The entry of ann is of a day 401 days ago, bob's one of 400 days ago, which is still kept.
select set_config('test.old', to_char((now() at time zone 'UTC')::date - 401, '"day:"YYYY-MM-DD'), true), set_config('test.kept', to_char((now() at time zone 'UTC')::date - 400, '"day:"YYYY-MM-DD'), true);
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, created_at)
select pg_temp.account(v.name), 30, 'GIFT', gen_random_uuid(), 'GRANT', 0, now() - v.days * interval '1 day' from (values ('ann', 401), ('bob', 400)) as v (name, days);
select throws_ok($$select * from xp.leaderboard(current_setting('test.old'))$$, 'KG004', null, 'the board of a day that is longer ago than the setting is not found');
select is((select count(*) from xp.leaderboard(current_setting('test.kept'))), 1::bigint, 'the board of the oldest day that is kept is shown');
select pg_temp.settle();
insert into xp.xp_board_scores (user_id, board_id, xp) values (pg_temp.account('ann'), current_setting('test.old'), 30);
insert into xp.xp_board_counts (board_id, level, bucket, members) values (current_setting('test.old'), 0, 30, 1);
select is_empty('select * from xp.reconcile()', 'boards that are due to go are not compared');
select is(xp.upkeep_day_boards(), 1::bigint, 'upkeep removes the scores of old days');
select results_eq(
  $$select b, (select count(*) from xp.xp_board_scores as s where s.board_id = b), (select count(*) > 0 from xp.xp_board_counts as c where c.board_id = b) from unnest(array[current_setting('test.old'), current_setting('test.kept')]) as b$$,
  $$values (current_setting('test.old'), 0::bigint, false), (current_setting('test.kept'), 1, true)$$, 'nothing of an old day is left, and the others stay'
);
select is_empty('select * from xp.reconcile()', 'the books agree after old days have gone');
select is(xp.upkeep_day_boards(), 0::bigint, 'there is nothing to remove a second time');
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
