-- The pure rules of the dice: fair, counted, judged.
begin;
select plan(31);

-- 600 000 dice from the strong source
create temporary table thrown as
select face, count(*) as times
from generate_series(1, 19200) as i cross join lateral unnest(sparc.dice_from_bytes(core.strong_random() || substr('\x'::bytea, 1, i * 0))) as face
group by face;
select is((select count(*) from thrown where face between 1 and 6), 6::bigint, 'all six faces come up');
select cmp_ok((select sum(times) from thrown), '>', 600000::numeric, 'in more than 600 000 throws');
-- chi-square with 5 degrees of freedom: 30.9 is passed by fair dice once in 100 000 runs
select cmp_ok((select sum((times - expected) ^ 2 / expected) from thrown, (select sum(times) / 6 as expected from thrown) as e), '<', 30.9::numeric, 'each as often as the others');
select is((select count(*) from sparc.class_templates) > 0, true, 'the table is laid');

select is(sparc.dice_from_bytes('\x000102030405'), '{1,2,3,4,5,6}', 'six neighbouring bytes are six faces');
select is(sparc.dice_from_bytes('\xfbfcfdfeff00'), '{6,1}', 'bytes from 252 up, which would favour low faces, are skipped');
select is((select count(*) from (select face, count(*) as n from unnest(sparc.dice_from_bytes((select string_agg(decode(lpad(to_hex(b), 2, '0'), 'hex'), '' order by b) from generate_series(0, 255) as b))) as face group by face having count(*) = 42) as faces), 6::bigint, 'of all 256 bytes 42 give each face: no modulo bias');
select is(sparc.dice_from_bytes(''), '{}', 'no bytes, no dice');
select is(sparc.dice_from_bytes(null), null, 'unknown bytes, unknown dice');
select is(cardinality(sparc.throw_dice(n)), n, format('throwing %s gives %1$s', n)) from unnest(array[1, 10, 100]) as n;

select is(sparc.judge_roll('{6,6,6}', 18, 18), 'critical_success', 'all sixes are a critical success');
select is(sparc.judge_roll('{6}', 1, 18), 'critical_success', 'whatever the total');
select is(sparc.judge_roll('{1,1}', 20, 3), 'critical_failure', 'all ones are a critical failure, whatever the total');
select is(sparc.judge_roll('{1,6}', 7, 7), 'success', 'reaching the difficulty is a success');
select is(sparc.judge_roll('{6,6,5}', 17, 18), 'failure', 'missing it by one is a failure');

select is(sparc.modifier_sum('[{"type": "dice", "value": 2}, {"type": "flat", "value": 3}, {"type": "dice", "value": -1}]', 'dice'), 1, 'modifiers of a kind add up');
select is(sparc.modifier_sum('[]', 'flat'), 0, 'none add nothing');
select ok(sparc.is_modifier_list('[{"type": "dice", "value": 1, "source": "charge"}, {"type": "flat", "value": -3}]'), 'a modifier has type, value and maybe a source');
select ok(not sparc.is_modifier_list(bad::jsonb), bad || ' is no list of modifiers')
from unnest(array[
  '{}', '[7]', '[{}]', '[{"type": "dice"}]', '[{"type": "luck", "value": 1}]', '[{"type": "flat", "value": "1"}]',
  '[{"type": "flat", "value": 1.5}]', '[{"type": "flat", "value": 10000}]', '[{"type": "flat", "value": 1, "free": true}]',
  '[{"type": "flat", "value": 1, "source": 7}]'
]) as bad;
select ok(not sparc.is_modifier_list((select jsonb_agg('{"type": "flat", "value": 1}'::jsonb) from generate_series(1, 21))), 'twenty are enough');

select test.as_owner();
select * from finish();
rollback;
