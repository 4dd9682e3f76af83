begin;
select plan(64);
select test.clients_commit();
create temp table t as select test.slots_certain_game(2) as game, test.slots_certain_game(0) as other, test.slots_wallet('ann', 1000, 10000) as wallet;
alter table t add column ended uuid, add column live uuid, add column elsewhere uuid;
update t set ended = test.slots_session(game, wallet), live = test.slots_session(game, wallet), elsewhere = test.slots_session(other, wallet);
grant select on t to public;
select test.as_service();
do $$ begin
  for _i in 1 .. 3 loop perform slots.act((select ended from t), jsonb_build_object('type', 'Spin', 'amount', _i) || '{"policy": {"name": "p", "version": "1"}, "probability": 0.25}'); end loop;
  perform slots.act((select ended from t), '{"type": "CashOut", "policy": {"name": "p", "version": "1"}, "probability": 0.5}');
  for _i in 1 .. 20 loop perform slots.act((select live from t), '{"type": "Spin", "amount": 1}'); end loop;
  perform slots.act((select elsewhere from t), '{"type": "Spin", "amount": 1.5}');
end $$;

-- who may
select test.as_user(test.user('ann'));
select throws_ok('select * from slots.' || call, 'KG003', null, 'a player may not call ' || call)
from unnest(array['rl_create_dataset(''mine'')', 'list_rl_datasets()', 'rl_export_dataset(''all-v0'')', 'rl_verify_dataset(''all-v0'')']) as call;

-- making one
select test.as_operator(test.user('op'));
create temp table made as select * from slots.rl_create_dataset('all');
grant select on made to public;
select results_eq('select dataset, version, episodes, steps, created_by from made', $$ values ('all-v0', 0, 3::bigint, 25::bigint, test.user('op')) $$, 'an operator freezes all episodes as version 0');
select results_eq($$ select event_index, terminated, truncated from slots.rl_export_dataset('all-v0') where session_id = (select ended from t) $$,
  $$ values (1::bigint, false, false), (2, false, false), (3, false, false), (4, true, false) $$, 'an episode that is over ends in the dataset as it ended');
select results_eq($$ select event_index, terminated, truncated from slots.rl_export_dataset('all-v0') where session_id = (select live from t) and event_index > 18 $$,
  $$ values (19::bigint, false, false), (20, false, true) $$, 'an episode that goes on is truncated after its last step so far');
select is((select count(*) from slots.rl_export_dataset('all-v0') where policy = 'p@1' and (event_index, probability) in ((3, 0.25), (4, 0.5))), 2::bigint, 'who chose to cash out stands with that step as with any other');
select test.as_service();
select results_eq($$ select * from slots.rl_export_dataset('all-v0') $$, $$ select * from slots.rl_export() $$, 'a dataset of all holds what an export of all says at that time');
create temp table exported as select e::text as line from slots.rl_export_dataset('all-v0') as e;

-- it stays as it is
do $$ begin
  perform slots.act((select live from t), '{"type": "Spin", "amount": 1}');
  perform slots.act((select live from t), '{"type": "CashOut"}');
end $$;
select results_eq($$ select e::text from slots.rl_export_dataset('all-v0') as e $$, 'select line from exported', 'what is played later is not in the dataset and changes no byte of it');
select results_eq($$ select (p.info ->> 'event_index')::bigint, n.session_id, n.event_index from (select e.info from slots.rl_export_dataset('all-v0', null, 7) as e offset 6) as p
  cross join lateral slots.rl_export_dataset('all-v0', p.info, 2) as n $$,
  $$ select (select event_index from slots.rl_export_dataset('all-v0') offset 6 limit 1), e.session_id, e.event_index from slots.rl_export_dataset('all-v0') as e offset 7 limit 2 $$, 'a page goes on after the info of the last row before');
select is_empty($$ select * from slots.rl_export_dataset('all-v0', (select e.info from slots.rl_export_dataset('all-v0') as e offset 24)) $$, 'the page after the last step is empty');
select results_eq($$ select dataset, steps from slots.rl_create_dataset('all') $$, $$ values ('all-v1', 27::bigint) $$, 'the same name again is the next version, of what there is then');
select results_eq($$ select digest from slots.rl_create_dataset('all', '{}', 'k') $$, $$ select digest from slots.list_rl_datasets() where dataset = 'all-v1' $$, 'the same steps have the same digest');
select results_eq($$ select dataset from slots.rl_create_dataset('all', '{}', 'k') $$, $$ values ('all-v2') $$, 'the same key makes nothing and answers with what it made');
select throws_ok($$ select slots.rl_create_dataset('all', '{"isOver": true}', 'k') $$, 'KG006', null, 'the same key with another filter is refused');
select results_eq($$ select dataset from slots.list_rl_datasets() $$, $$ values ('all-v0'), ('all-v1'), ('all-v2') $$, 'datasets are listed by name');
select results_eq($$ select dataset from slots.list_rl_datasets('all-v0', 1) $$, $$ values ('all-v1') $$, 'a page of the list begins after the given dataset');
select results_eq($$ select dataset_digest = computed_digest, is_intact, first_wrong from slots.rl_verify_dataset('all-v0') $$, $$ values (true, true, null::uuid) $$, 'the digest of a dataset can be computed again');

-- what fits
select results_eq(format($$ select episodes, steps from slots.rl_create_dataset('some', %L) $$, filter), format('values (%s::bigint, %s::bigint)', episodes, steps), 'a dataset holds what fits ' || said)
from (values
  (jsonb_build_object('gameId', (select game from t)), 2, 26, 'the game'), (jsonb_build_object('gameId', (select other from t), 'isOver', false), 1, 1, 'the game and going on'),
  ('{"policy": "p@1"}', 1, 4, 'the policy'), ('{"isOver": true}', 2, 26, 'being over'), ('{"since": "2020-01-01T00:00:00Z", "until": "2120-01-01T00:00:00.5Z"}', 3, 27, 'the time')
) as f (filter, episodes, steps, said);
select throws_ok(format($$ select slots.rl_create_dataset(%L, %L) $$, name, filter), 'KG001', null, format('no dataset %s is made of %s', name, filter))
from (values
  ('All', '{}'), ('all-v3', '{}'), ('', '{}'), (null, '{}'), ('a b', '{}'), (repeat('a', 81), '{}'), ('x', '[]'), ('x', null), ('x', '{"game": "x"}'), ('x', '{"gameId": "x"}'),
  ('x', '{"isOver": "yes"}'), ('x', '{"policy": "p"}'), ('x', '{"since": "yesterday"}'), ('x', '{"until": "2026-02-30T00:00:00Z"}'), ('x', '{"until": "2020-01-01T00:00:00Z"}'), ('x', '{"since": null}')
) as v (name, filter);
select throws_ok('select * from slots.' || call, 'KG004', null, 'an unknown dataset is not found by ' || call)
from unnest(array['rl_export_dataset(''none-v0'')', 'rl_verify_dataset(null)']) as call;

-- for good
select test.as_owner();
select is((select count(*) from core.audit_log where table_name = 'slots.rl_datasets' and operation = 'INSERT' and actor = test.user('op')), 1::bigint, 'the audit log says who made a dataset');
select throws_ok(statement, 'KG008', null, 'no role changes a dataset by ' || statement)
from unnest(array['update slots.rl_datasets set steps = 1', 'delete from slots.rl_dataset_episodes', 'truncate slots.rl_dataset_episodes']) as statement;
select core.erase_person(test.user('ann'), 'ticket');
select is((select is_intact from slots.rl_verify_dataset('all-v0')), true, 'an erasure leaves a dataset as it was');
select results_eq($$ select e::text from slots.rl_export_dataset('all-v0') as e $$, 'select line from exported', 'an erasure changes no byte of what a dataset exports');
update core.partitioned_tables set retention = interval '1 day' where table_name = 'slots.rl_store';
select is((select count(*) from core.retire_partitions('slots.rl_store', now() + interval '2 years')), 2::bigint, 'retention drops the partitions that no dataset needs');
select is((select is_intact from slots.rl_verify_dataset('all-v2')), true, 'retention keeps the partition that a dataset needs');

-- given up
select test.as_user(test.user('ann'));
select throws_ok($$ select slots.rl_drop_dataset('all-v2') $$, 'KG003', null, 'a player may not drop a dataset');
select test.as_operator(test.user('op'));
select results_eq($$ select dataset, dropped_by from slots.rl_drop_dataset('all-v2') $$, $$ values ('all-v2', test.user('op')) $$, 'an operator drops a dataset');
select test.as_service();
select results_eq($$ select dropped_by from slots.rl_drop_dataset('all-v2') $$, $$ values (test.user('op')) $$, 'a dataset that was dropped is dropped again without a change');
select throws_ok('select * from slots.' || call, 'KG004', null, 'a dropped dataset is not found by ' || call)
from unnest(array['rl_export_dataset(''all-v2'')', 'rl_verify_dataset(''all-v2'')', 'rl_evaluate(''all-v2'', ''{}'')']) as call;
select is_empty($$ select from slots.list_rl_datasets() where dataset = 'all-v2' $$, 'a dropped dataset is not listed');
select throws_ok($$ select slots.rl_drop_dataset('none-v0') $$, 'KG004', null, 'an unknown dataset cannot be dropped');
select results_eq($$ select dataset from slots.rl_create_dataset('all') $$, $$ values ('all-v3') $$, 'the version of a dropped dataset is not given again');
select slots.rl_drop_dataset(d) is not null as dropped from unnest(array['all-v1', 'all-v3']) as d \g /dev/null
select slots.rl_drop_dataset(dataset) is not null as dropped from slots.list_rl_datasets() where name = 'some' \g /dev/null
select test.as_owner();
select is((select count(*) from core.audit_log where table_name = 'slots.rl_dropped_datasets' and actor = test.user('op')), 1::bigint, 'the audit log says who dropped a dataset');
select is((select count(*) from core.retire_partitions('slots.rl_store', now() + interval '2 years')), 0::bigint, 'retention keeps experiences while one dataset of them is left');
set local session_replication_role = replica;
update slots.rl_store set reward = reward + 1e-9 where session_id = (select live from t) and event_index = 2;
set local session_replication_role = origin;
select results_eq($$ select is_intact, first_wrong from slots.rl_verify_dataset('all-v0') $$, $$ select false, live from t $$, 'a step that was changed past all guards is found with its episode');
select test.as_service();
select slots.rl_drop_dataset('all-v0') is not null as dropped \g /dev/null
select test.as_owner();
select cmp_ok((select count(*) from core.retire_partitions('slots.rl_store', now() + interval '2 years')), '>', 0::bigint, 'retention drops the experiences of datasets that were dropped');
select is((select count(*) from slots.rl_store), 0::bigint, 'no experience is left that only dropped datasets hold');
select * from finish();
rollback;
