begin;
select plan(14);
select test.clients_commit();
create temp table t as select test.slots_certain_game(1) as game, test.slots_wallet('ann') as wallet;
alter table t add column s uuid;
update t set s = test.slots_session(game, wallet);
select slots.act((select s from t), '{"type": "Spin", "amount": 1}', 'old');

select is((select count(*) from core.partitions where table_name = format('slots.%s', r) and not is_default), 3::bigint, format('%s has partitions for this month and two ahead', r))
from unnest(array['gameplay_events', 'rl_store']) as r;
select is((select count(*) from slots.gameplay_events_default), 0::bigint, 'an event goes to the partition of its month');
select throws_ok(format('%s slots.%I', what, r), 'KG008', null, format('no role empties slots.%s by %s', r, what))
from (values ('delete from', 'gameplay_events'), ('truncate', 'gameplay_events'), ('truncate', 'gameplay_events_default'), ('truncate', 'rl_store'), ('truncate', 'rl_store_default')) as v (what, r);
select throws_ok('update slots.gameplay_events set reward = 1', 'KG008', null, 'no role changes an event');

-- a time without a partition waits in the default one; its rows are found all the same
update slots.sessions set last_event_at = now() + interval '2 years' where session_id = (select s from t);
select slots.act((select s from t), '{"type": "Spin", "amount": 1}', 'late');
select is((select count(*) from slots.gameplay_events_default), 1::bigint, 'an insert never fails for want of a partition');
select is((slots.act((select s from t), '{"type": "Spin", "amount": 1}', 'late')).event_index, 2::bigint, 'the key of an event in the default partition is found');
select is((slots.act((select s from t), '{"type": "Spin", "amount": 1}', 'old')).event_index, 1::bigint, 'the key of an older event is found in the partition of its month');
select matches(core.drain_default('slots.gameplay_events', now()), 'became gameplay_events_p', 'upkeep makes the default partition one of its time');
select is((slots.act((select s from t), '{"type": "Spin", "amount": 1}', 'late')).event_index, 2::bigint, 'the key of an event that upkeep moved is found');
select * from finish();
rollback;
