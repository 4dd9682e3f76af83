-- A claim that is sent again: the same receipt for ever, at a cost that does not grow with what is kept.
begin;
select plan(18);
select test.as_owner();
select test.xp_activate('daily', test.xp_policy());
select test.xp_activate('other', test.xp_policy());
select test.xp_user('ann');
create function pg_temp.account(name text) returns bigint language sql return (xp.require_account(test.user(name)::text)).user_id;

select is(
  array(select c.relname::text from pg_class as c where c.relnamespace = 'xp'::regnamespace and c.relkind in ('r', 'p') and c.relpersistence <> 'p'),
  '{}'::text[], 'no table of xp is emptied by a crash'
);
select test.xp_claim('ann', 'daily', '2026-05-01 12:00Z', test.user('new'));
select test.xp_claim('ann', 'other', '2026-05-01 13:00Z', test.user('second device'));
select is(
  (select format('%s %s', c.status, c.reward_day_id) from test.xp_claim('ann', k.policy_key, '2027-05-01 12:00Z', test.user(k.name)) as c),
  'ALREADY_CLAIMED 2026-05-01', format('the key of the %s call returns its receipt a year later', k.name)
)
from (values ('new', 'daily'), ('second device', 'other')) as k (name, policy_key);
select throws_ok(
  format('select test.xp_claim(%L, %L, %L, test.user(%L))', 'ann', k.policy_key, '2026-05-01 14:00Z', k.name), 'KG006', null,
  format('the key of the %s call is a conflict under another policy', k.name)
)
from (values ('new', 'other'), ('second device', 'daily')) as k (name, policy_key);
select is((select count(*) from xp.xp_claim_keys), 1::bigint, 'a call that is sent again keeps nothing more');

-- A receipt says when the next day begins as things are now: of the award's own day the award knows it.
create function pg_temp.repeated(at timestamptz) returns text
language sql
return (
  select format(
    '%s, as the calendar says: %s', to_char(c.next_boundary at time zone 'UTC', 'DD HH24:MI'),
    c.next_boundary = (xp.account_day(u, r.terms, repeated.at)).next_boundary
  )
  from test.xp_claim('zoe', 'moved', repeated.at, test.user('moving')) as c
  join xp.xp_users as u on u.user_id = pg_temp.account('zoe')
  join xp.xp_rules as r on r.policy_key = 'moved' and r.is_active
);
select test.xp_user('zoe');
select test.xp_activate('moved', test.xp_policy());
select test.xp_claim('zoe', 'moved', '2026-05-01 12:00Z', test.user('moving'));
select is(pg_temp.repeated('2026-05-01 13:00Z'), '02 05:00, as the calendar says: t', 'a claim sent again on its day ends with that day');
select is(pg_temp.repeated('2026-05-02 06:00Z'), '03 05:00, as the calendar says: t', 'a claim sent again a day later ends with the later day');
select test.xp_activate('moved', test.xp_policy('{"claimWindow": {"startLocalTime": "08:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"}}'));
select is(pg_temp.repeated('2026-05-01 14:00Z'), '02 08:00, as the calendar says: t', 'a claim sent again after the window moved ends by the new window');
select xp.change_timezone_at(test.user('zoe')::text, 'Asia/Tokyo', '2026-05-01 15:00Z');
select ok(pg_temp.repeated('2026-05-01 16:00Z') like '%as the calendar says: t', 'a claim sent again after a move ends by the new zone');

-- What a claim reads, counted by the server for this transaction. A few rows more or less depend on which of two calls
-- is the first to look at a row version; twenty thousand do not.
create function pg_temp.rows_read() returns bigint
language sql volatile
return (
  select sum(pg_stat_get_xact_tuples_returned(c.oid) + pg_stat_get_xact_tuples_fetched(c.oid))::bigint
  from pg_class as c where c.relnamespace in ('xp'::regnamespace, 'core'::regnamespace) and c.relkind in ('r', 'i')
);
create function pg_temp.rows_read_by(name text, key text, at timestamptz) returns bigint
language plpgsql volatile
as $$
declare
  _before bigint;
begin
  _before := pg_temp.rows_read();
  perform test.xp_claim(rows_read_by.name, 'daily', rows_read_by.at, test.user(rows_read_by.key));
  return pg_temp.rows_read() - _before;
end
$$;
select test.xp_user('new');
select test.xp_user('old');
insert into xp.xp_claim_keys (user_id, correlation_id, policy_key, reward_day_id, called_at)
select pg_temp.account('old'), gen_random_uuid(), 'daily', '2026-05-01', '2026-05-01 12:00Z' from generate_series(1, 20000);
select test.xp_claim(n, 'daily', '2026-06-01 12:00Z', test.user('first')) from unnest('{new, old}'::text[]) as n;
analyze xp.xp_claim_keys;
select cmp_ok(pg_temp.rows_read_by('new', 'warm', '2026-06-01 13:00Z'), '>', 0::bigint, 'the rows that a claim reads are counted');
select cmp_ok(
  pg_temp.rows_read_by('old', v.key, v.at::timestamptz), '<=', pg_temp.rows_read_by('new', v.key, v.at::timestamptz) + 20,
  format('a claim that is %s reads no more where twenty thousand keys are kept', v.what)
)
from (values ('sent again', 'first', '2026-06-01 14:00Z'), ('too much for the day', 'second', '2026-06-01 15:00Z'), ('new', 'third', '2026-06-02 12:00Z')) as v (what, key, at);

-- The clock of a claim is the wall's, not the transaction's.
select test.xp_user('eve');
select test.set_clock('2033-03-03 12:00Z');
select test.as_user(test.user('eve'));
select is((xp.claim('daily', gen_random_uuid())).reward_day_id, '2033-03-03', 'a transaction that began on another day claims the day of the wall clock');
select test.as_owner();
select test.set_clock('2033-03-01 12:00Z');
select test.as_user(test.user('eve'));
select is((xp.eligibility('daily')).reason, 'ALREADY_CLAIMED', 'a clock that was put back opens no claimed day');
select is((xp.claim('daily', gen_random_uuid())).reward_day_id, '2033-03-03', 'a claim is never earlier than the last one');
select test.as_owner();
delete from xp.xp_claim_keys where user_id = pg_temp.account('old');

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
