begin;
select plan(37);
-- RFC 2104 out of the two blocks that spins are drawn with.
create function pg_temp.hmac_sha256(key bytea, message bytea) returns bytea language sql
return sha256(slots.hmac_pad(key, 92) || sha256(slots.hmac_pad(key, 54) || message));


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

-- RFC 4231, cases 1 to 4, 6 and 7
select is(
  pg_temp.hmac_sha256(decode(repeat('0b', 20), 'hex'), 'Hi There'),
  '\xb0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7', 'HMAC-SHA256 agrees with RFC 4231, case 1'
);
select is(
  pg_temp.hmac_sha256('Jefe', 'what do ya want for nothing?'),
  '\x5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'HMAC-SHA256 agrees with RFC 4231, case 2'
);
select is(
  pg_temp.hmac_sha256(decode(repeat('aa', 20), 'hex'), decode(repeat('dd', 50), 'hex')),
  '\x773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe', 'HMAC-SHA256 agrees with RFC 4231, case 3'
);
select is(
  pg_temp.hmac_sha256('\x0102030405060708090a0b0c0d0e0f10111213141516171819', decode(repeat('cd', 50), 'hex')),
  '\x82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b', 'HMAC-SHA256 agrees with RFC 4231, case 4'
);
select is(
  pg_temp.hmac_sha256(decode(repeat('aa', 131), 'hex'), 'Test Using Larger Than Block-Size Key - Hash Key First'),
  '\x60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54', 'a key longer than a block is hashed first, RFC 4231 case 6'
);
select is(
  pg_temp.hmac_sha256(
    decode(repeat('aa', 131), 'hex'),
    'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.'
  ),
  '\x9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2', 'HMAC-SHA256 agrees with RFC 4231, case 7'
);

select is(slots.unbiased_index(4294967294, 3), 2, 'the last whole stretch of words is used');
select is(slots.unbiased_index(4294967295, 3), null, 'a word of the incomplete last stretch is drawn again');
select is(slots.unbiased_index(4294967295, 4), 3, 'a size that divides the words rejects none');
select results_eq(
  $$ select count(*), min(n), max(n) from (
    select count(*) as n from generate_series(0, 699) as w group by slots.unbiased_index(w, 7)
  ) as c $$,
  $$ values (7::bigint, 100::bigint, 100::bigint) $$,
  'every index stands for as many words'
);

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
