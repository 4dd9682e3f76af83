-- Rows are for their user; nobody writes a table; nobody gives a time.
begin;
select plan(42);
select test.as_owner();
select test.xp_activate('daily', test.xp_policy());
select xp.create_season('spring', '2026-03-01', '2026-05-31');
select test.xp_user(n) from unnest('{ann, bob}'::text[]) n;
select test.xp_claim(n, 'daily', '2026-05-01 12:00Z') from unnest('{ann, bob}'::text[]) n;
select xp.change_timezone_at(test.user(n)::text, 'Asia/Tokyo', '2026-05-02 12:00Z') from unnest('{ann, bob}'::text[]) n;
create temp table own (name text) on commit drop;
grant select on own to public;
insert into own select unnest('{xp_users, xp_ledger, xp_balance, xp_streaks, xp_awards, xp_season_xp, xp_timezone_changes}'::text[]);
create function pg_temp.visible(name text) returns bigint language plpgsql as $$
declare _n bigint; begin execute format('select count(*) from xp.%I', name) into _n; return _n; end$$;

select test.as_user(test.user('ann'));
select is(pg_temp.visible(name), 1::bigint, format('a user sees their own row of %s', name)) from own;
select test.as_user(test.user('stranger'));
select is(pg_temp.visible(name), 0::bigint, format('a stranger sees none of %s', name)) from own;
select test.as_operator(test.user('op'));
select is(pg_temp.visible(name), 0::bigint, format('an operator sees nobody''s rows of %s', name)) from own;
select is(pg_temp.visible('xp_rules'), 1::bigint, 'an operator sees the policies');
select test.as_service();
select is(pg_temp.visible(name), 2::bigint, format('the service sees all of %s', name)) from own;
select test.as_user(test.user('ann'));
select is(pg_temp.visible('xp_rules'), 0::bigint, 'a user sees no policies');
select is(pg_temp.visible('xp_seasons'), 1::bigint, 'a user sees the seasons');
select cmp_ok(pg_temp.visible('timezones'), '>', 400::bigint, 'a user sees the time zones');
select throws_ok($$insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values (1, 1, 'a', gen_random_uuid(), 'a', 1)$$, '42501', null, 'nobody writes the ledger');
select throws_ok($$update xp.xp_balance set current_balance = 1000000$$, '42501', null, 'nobody writes a balance');
select throws_ok($$update xp.xp_streaks set current_streak = 1000000$$, '42501', null, 'nobody writes a streak');
select throws_ok($$update xp.xp_users set segment_key = 'vip'$$, '42501', null, 'no user writes their segment');
select throws_ok($$select xp.set_segment(1, 'vip')$$, '42501', null, 'no user calls the function that sets a segment');
select throws_ok($$select xp.create_season('x', '2030-01-01', '2030-01-02')$$, 'KG003', null, 'no user announces a season');
select test.as_anon();
select throws_ok('select * from xp.xp_balance', '42501', null, 'anon sees no balance');
select test.as_service();
select throws_ok($$update xp.xp_balance set current_balance = 1000000$$, '42501', null, 'the service writes through functions too');
select test.as_owner();
select is(
  array(
    select p.oid::regprocedure::text
    from pg_proc p
    cross join unnest('{anon, authenticated, service_role}'::text[]) r
    where p.pronamespace = 'xp'::regnamespace and has_function_privilege(r, p.oid, 'execute')
      and 'timestamptz'::regtype = any (p.proargtypes::regtype[]) and p.proname <> 'evaluate_streak'
  ),
  '{}'::text[], 'no function that takes an instant is granted, but the pure rule'
);

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
