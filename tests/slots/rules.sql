begin;
select plan(28);
select is(slots.reward(5, 5, 0, 1.5, false), 0.3, 'likeness is clamped to one');
select is(slots.reward(5, 5, -1, 0.5, false), 0.15, 'a negative cost is none');
select is(slots.reward(10, 5, 0.1, 0.5, true), 6.05, 'a paying last step earns one more');
select is(slots.reward(0, 5, 0, -2, true), -5.0, 'a last step that pays nothing earns nothing more');
select is(slots.reward(7, 5, null, null, null), 2.0, 'a missing cost, likeness or done counts as none');
select is(slots.reward(null, 5, 0, 0, false), null, 'there is no reward without a payout');
select is(
  (select provolatile from pg_proc where oid = 'slots.reward(numeric,numeric,numeric,numeric,boolean)'::regprocedure), 'i', 'the reward is immutable'
);

select is(slots.fnv1a64(''), 'cbf29ce484222325', 'FNV-1a of nothing is its offset basis');
select is(slots.fnv1a64('a'), 'af63dc4c8601ec8c', 'FNV-1a of one byte is that of the published test vectors');
select is(slots.fnv1a64('foobar'), '85944171f73967e8', 'FNV-1a of a word is that of the published test vectors');
select is(slots.fnv1a64('A,B,C'), '6b45f2ddf9fa93e7', 'FNV-1a of A,B,C is the digest of that byte string');

select is(slots.money_problem(1.0001, false), null, 'four decimals are money');
select is(slots.money_problem(1.00010, false), null, 'trailing zeros do not count as decimals');
select is(slots.money_problem(1.00001, false), 'must not have more than four decimals', 'five decimals are not money');
select is(slots.money_problem('NaN', false), 'must be a finite number', 'NaN is not money');
select is(slots.money_problem('Infinity', false), 'must be a finite number', 'infinity is not money');
select is(slots.money_problem(-1, true), 'must not be negative', 'less than nothing is not money');
select is(slots.money_problem(0, false), 'must be greater than zero', 'nothing is not an amount to move');
select is(slots.money_problem(0, true), null, 'nothing is a limit or a fee');
select is(slots.money_problem(9999999999999999.9999, false), null, 'the largest amount that fits is money');
select is(slots.money_problem(10000000000000000, false), 'must be less than 10^16', 'an amount that does not fit is not money');
select is(slots.money_problem(null, false), 'is missing', 'null is not money');
select is_empty(
  $$ select m.amount
    from unnest(array[
      null, 'NaN', 'Infinity', '-Infinity', -1, -0.0001, 0, 0.00001, 0.0001, 1, 1.0001, 1.00010, 1.00001, 9999999999999999.9999, 1e16, 1e30
    ]::numeric[]) as m (amount)
    where coalesce(slots.is_money(m.amount), false) <> (slots.money_problem(m.amount, false) is null) $$,
  'an amount is money where nothing keeps it from being money'
);

select results_eq(
  $$ select f.state::text, string_agg(t.state::text, ' ' order by t.state)
    from unnest(enum_range(null::slots.game_state)) as f (state), unnest(enum_range(null::slots.game_state)) as t (state)
    where slots.can_transition(f.state, t.state) and f.state <> t.state group by f.state order by f.state $$,
  $$ values ('Idle', 'Initialized'), ('Initialized', 'Probing Playing'), ('Probing', 'Playing'), ('Playing', 'Evaluating'), ('Evaluating', 'Playing Completed') $$,
  'the state machine has exactly the steps of the specification'
);
select is(
  (select count(*) from unnest(enum_range(null::slots.game_state)) as s where slots.can_transition(s, s)), 6::bigint,
  'every state may stay as it is'
);

select is(
  (select count(distinct slots.shuffled_position(i, 1000, 42)) from generate_series(0, 999) as i
    where slots.shuffled_position(i, 1000, 42) between 0 and 999),
  1000::bigint, 'a shuffle hits every position once'
);
select is(slots.shuffled_position(0, 1, 9), 0::bigint, 'one position stays where it is');
select cmp_ok(
  (select sum((n - 100) ^ 2 / 100)::double precision from (
    select count(*) as n from generate_series(1, 1000) as seed group by slots.shuffled_position(0, 10, seed)
  ) as c),
  '<', 33.7::double precision, 'over many seeds every position comes first equally often (chi-square, 9 degrees, p = 0.0001)'
);

select * from finish();
rollback;
