-- The pure rules of the dice: fair, counted, judged.
begin;
select plan(34);

-- 60 000 dice of one secret
create temporary table drawn as
select core.hmac_pad(k.secret, 54) as inner_block, core.hmac_pad(k.secret, 92) as outer_block
from (select sha256('a secret of the tests') as secret) as k;
create temporary table thrown as
select die.face, count(*) as times
from drawn as k, generate_series(1, 6000) as n, unnest(sparc.draw_dice(k.inner_block, k.outer_block, n, 10)) as die (face)
group by die.face;
select is((select count(*) from thrown where face between 1 and 6), 6::bigint, 'all six faces of a die come up, and nothing else');
select is((select sum(times) from thrown), 60000::numeric, 'as many dice are drawn as are asked for');
-- chi-square with 5 degrees of freedom: 30.9 is passed by fair dice once in 100 000 runs, and the secret is always the same
select cmp_ok((select sum((times - expected) ^ 2 / expected) from thrown, (select sum(times) / 6 as expected from thrown) as e), '<', 30.9::numeric, 'each face of a die comes up as often as the others');
select is(
  (select sparc.draw_dice(inner_block, outer_block, 7, 4) from drawn), (select (sparc.draw_dice(inner_block, outer_block, 7, 10))[1:4] from drawn),
  'more dice of one roll leave the first ones as they are');
select isnt((select sparc.draw_dice(inner_block, outer_block, 7, 10) from drawn), (select sparc.draw_dice(inner_block, outer_block, 8, 10) from drawn), 'another number throws other dice');
select isnt(
  (select sparc.draw_dice(inner_block, outer_block, 7, 10) from drawn),
  (select sparc.draw_dice(core.hmac_pad('\x01', 54), core.hmac_pad('\x01', 92), 7, 10)), 'another secret throws other dice');
select is(
  (select sparc.draw_dice(inner_block, outer_block, 12345678901, 1) from drawn), (select sparc.draw_dice(inner_block, outer_block, 12345678901, 1) from drawn),
  'the same secret and number throw the same dice at any time');
select is((select sparc.draw_dice(inner_block, outer_block, null, 10) from drawn), null, 'a roll without a number has no dice');

select is(sparc.judge_roll('{6,6,6}', 18, 18), 'critical_success', 'all sixes are a critical success');
select is(sparc.judge_roll('{6}', 1, 18), 'critical_success', 'all sixes are a critical success whatever the total');
select is(sparc.judge_roll('{1,1}', 20, 3), 'critical_failure', 'all ones are a critical failure, whatever the total');
select is(sparc.judge_roll('{1,6}', 7, 7), 'success', 'reaching the difficulty is a success');
select is(sparc.judge_roll('{6,6,5}', 17, 18), 'failure', 'missing the difficulty by one is a failure');
select is(sparc.judge_roll(null, 17, 18), null, 'unknown dice have no outcome');

select is(sparc.modifier_sum('[{"type": "dice", "value": 2}, {"type": "flat", "value": 3}, {"type": "dice", "value": -1}]', 'dice'), 1, 'the modifiers of a kind add up');
select is(sparc.modifier_sum('[]', 'flat'), 0, 'no modifiers add nothing');
select ok(sparc.is_modifier_list('[{"type": "dice", "value": 1, "source": "charge"}, {"type": "flat", "value": -3}]'), 'a modifier has a type, a value and maybe a source');
select ok(not sparc.is_modifier_list(bad::jsonb), bad || ' is no list of modifiers')
from unnest(array[
  '{}', '[7]', '[{}]', '[{"type": "dice"}]', '[{"type": "luck", "value": 1}]', '[{"type": "flat", "value": "1"}]',
  '[{"type": "flat", "value": 1.5}]', '[{"type": "flat", "value": 10000}]', '[{"type": "flat", "value": 1, "free": true}]',
  '[{"type": "flat", "value": 1, "source": 7}]'
]) as bad;
select ok(not sparc.is_modifier_list((select jsonb_agg('{"type": "flat", "value": 1}'::jsonb) from generate_series(1, 21))), 'a roll has twenty modifiers at most');

-- what a roll is for
select is(enum_range(null::sparc.attribute)::text, '{might,grace,wit,heart}', 'a roll tests one of four attributes');
select is((select array_agg(c.dice order by c.dice) from (select unnest(array[t.might, t.grace, t.wit, t.heart]) as dice from sparc.class_templates as t) as c where c.dice not between 1 and 6), null, 'no class has an attribute that throws fewer than one die or more than six');

-- the secret of a session
create temporary table s as select t.* from test.sparc_session('seer', array['ada']) as t;
select is(
  (select e.payload ->> 'dice_secret_hash' from sparc.session_events as e, s where e.session_id = s.id and e.seq = 1),
  (select encode(sha256(k.secret), 'hex') from sparc.dice_secrets as k, s where k.session_id = s.id),
  'the first event of a session publishes the SHA-256 of its dice secret');
select is((select (k.from_number, length(k.secret), k.revealed_in is null) from sparc.dice_secrets as k, s where k.session_id = s.id), (1::bigint, 32, true), 'a new session has one secret of 32 bytes that is not revealed');
select is((select count(*) from information_schema.role_table_grants where table_schema = 'sparc' and table_name like '%dice_secrets' and grantee in ('anon', 'authenticated', 'service_role', 'PUBLIC')), 0::bigint, 'no client role is granted a table of secrets');
select is((select count(*) from information_schema.column_privileges where table_schema = 'sparc' and table_name like '%dice_secrets' and grantee in ('anon', 'authenticated', 'service_role', 'PUBLIC')), 0::bigint, 'no client role is granted a column of secrets');

select test.as_owner();
select * from finish();
rollback;
