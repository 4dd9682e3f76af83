-- What the service does by hand: entries hidden and shown, waits lifted, segments changed, accounts opened; each on record.
begin;
select plan(38);
select test.as_owner();
select test.xp_activate('daily', test.xp_policy());
select test.as_operator(test.user('op'));
select xp.create_season('now', current_date - 10, current_date + 10);
select test.as_service();
create temporary table people as
select n as name, (xp.register_user(test.user(n)::text, 'Europe/Berlin')).user_id from unnest(array['ann', 'bob', 'eve']) as n;
grant select on people to public;
select is(
  (select string_agg(format('%s %s', l.operation, l.actor_role), ', ') from core.audit_log as l join people as p on (l.after ->> 'user_id')::bigint = p.user_id),
  'INSERT service_role, INSERT service_role, INSERT service_role', 'accounts that the service opens are on record'
);
select test.as_user(test.user('kim'));
select xp.register_user(test.user('kim')::text, 'Europe/Berlin');
select test.as_service();
select is((select count(*) from core.audit_log where table_name = 'xp.xp_users'), 3::bigint, 'an account that its user opens is no act of the service');

-- Hidden entries.
select xp.grant_xp(user_id, case name when 'ann' then 300 when 'bob' then 200 else 100 end, 'A_GIFT', gen_random_uuid()) from people;
create function pg_temp.id(name text) returns bigint language sql return (select p.user_id from people as p where p.name = id.name);
select test.as_user(test.user('bob'));
select results_eq($$select * from xp.user_rank('now')$$, 'values (2::bigint, 200::bigint)', 'a user behind another is second');
select throws_ok($$select xp.hide_entry('now', pg_temp.id('ann'), 'CHEAT')$$, '42501', null, 'a user hides no entry');
select throws_ok($$select xp.show_entry('now', pg_temp.id('ann'))$$, '42501', null, 'a user shows no entry');
select test.as_operator(test.user('op'));
select throws_ok($$select xp.hide_entry('now', pg_temp.id('ann'), 'CHEAT')$$, '42501', null, 'an operator hides no entry');
select test.as_service();
select is((xp.hide_entry('now', pg_temp.id('ann'), 'CHEAT')).reason, 'CHEAT', 'the service takes an entry off a board');
select is((xp.hide_entry('now', pg_temp.id('ann'), 'OTHER')).reason, 'CHEAT', 'an entry that is hidden keeps its first reason');
select throws_ok($$select xp.hide_entry('never', pg_temp.id('ann'), 'CHEAT')$$, 'KG004', null, 'an unknown board hides nothing');
select throws_ok($$select xp.hide_entry('now', -1, 'CHEAT')$$, 'KG004', null, 'an unknown account is not hidden');
select throws_ok(format('select xp.hide_entry(%L, pg_temp.id(%L), %L)', 'now', 'bob', r), 'KG001', null, format('a reason to hide has no %s characters', coalesce(length(r), 0)))
from unnest(array[null, '', repeat('x', 101)]) as r;
select results_eq(
  $$select l.rank, l.xp from xp.leaderboard('now') as l$$, 'values (1::bigint, 200::bigint), (2, 100)', 'a board shows no hidden entry, and those behind it move up'
);
select results_eq($$select l.rank, l.xp from xp.leaderboard('now', 1) as l$$, 'values (1::bigint, 200::bigint)', 'a page is filled up where an entry is hidden');
select test.as_user(test.user('bob'));
select results_eq($$select * from xp.user_rank('now')$$, 'values (1::bigint, 200::bigint)', 'a hidden entry is not counted among those ahead');
select is_empty($$select * from xp.xp_hidden_entries$$, 'a user does not see who is hidden');
select test.as_user(test.user('ann'));
select results_eq($$select * from xp.user_rank('now')$$, 'values (null::bigint, 300::bigint)', 'whoever is hidden has XP and no rank');
select test.as_service();
select xp.hide_entry('now', pg_temp.id('eve'), 'CHEAT');
select test.as_user(test.user('bob'));
select results_eq($$select * from xp.user_rank('now')$$, 'values (1::bigint, 200::bigint)', 'a hidden entry behind a user does not move them');
select test.as_service();
select is_empty($$select * from xp.reconcile()$$, 'hiding an entry leaves the books as they are');
select lives_ok($$select xp.show_entry('now', pg_temp.id('ann'))$$, 'the service puts an entry back');
select lives_ok($$select xp.show_entry('now', pg_temp.id('ann'))$$, 'an entry that is shown may be shown again');
select results_eq($$select l.rank, l.xp from xp.leaderboard('now') as l$$, 'values (1::bigint, 300::bigint), (2, 200)', 'a board shows an entry that was put back');
select results_eq(
  $$select l.operation, l.actor_role, coalesce(l.after, l.before) ->> 'reason', l.before is not null from core.audit_log as l
    where l.table_name = 'xp.xp_hidden_entries' order by l.entry_id$$,
  $$values ('INSERT', 'service_role', 'CHEAT', false), ('INSERT', 'service_role', 'CHEAT', false), ('DELETE', 'service_role', 'CHEAT', true)$$,
  'whoever hides or shows an entry is on record, with the reason'
);

-- Segments.
select xp.set_segment(pg_temp.id('ann'), 'vip');
select xp.set_segment(pg_temp.id('ann'), 'vip');
select xp.set_segment(pg_temp.id('ann'), null);
select results_eq(
  $$select l.before ->> 'segment_key', l.after ->> 'segment_key' from core.audit_log as l where l.table_name = 'xp.xp_users' and l.operation = 'UPDATE' order by l.entry_id$$,
  $$values (null, 'vip'), ('vip', null)$$, 'a segment before and after its change is on record, and a repetition changes nothing'
);

-- Waits.
select test.as_user(test.user('bob'));
select xp.change_timezone('Asia/Tokyo');
select throws_ok($$select xp.change_timezone('Europe/Paris')$$, 'KG303', null, 'a third zone is refused before the week is over');
select throws_ok($$select xp.lift_timezone_wait(pg_temp.id('bob'), 'SUPPORT')$$, '42501', null, 'a user lifts no wait');
select test.as_service();
select throws_ok($$select xp.lift_timezone_wait(-1, 'SUPPORT')$$, 'KG004', null, 'the wait of an unknown account is not lifted');
select throws_ok(format('select xp.lift_timezone_wait(pg_temp.id(%L), %L)', 'bob', r), 'KG001', null, format('a reason to lift a wait has no %s characters', coalesce(length(r), 0)))
from unnest(array[null, '', repeat('x', 101)]) as r;
select is((xp.lift_timezone_wait(pg_temp.id('bob'), 'SUPPORT')).tz_lift_reason, 'SUPPORT', 'the service lifts the wait');
select is((xp.lift_timezone_wait(pg_temp.id('bob'), 'AGAIN')).tz_lift_reason, 'SUPPORT', 'a wait that is lifted keeps its first reason');
select test.as_user(test.user('bob'));
select is((xp.change_timezone('Europe/Paris')).change_no, 2, 'a change is made where the wait is lifted');
select throws_ok($$select xp.change_timezone('Europe/London')$$, 'KG303', null, 'a wait is lifted for one change');
select test.as_owner();
select is(
  (select count(*) from core.audit_log as l where l.table_name = 'xp.xp_users' and l.after ->> 'tz_lift_reason' = 'SUPPORT' and l.before ->> 'tz_lift_reason' is null),
  1::bigint, 'a lifted wait is on record with its reason'
);
select is((select u.tz_lift_reason from xp.xp_users as u where u.user_id = pg_temp.id('bob')), null, 'the change takes the lifted wait away');
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
