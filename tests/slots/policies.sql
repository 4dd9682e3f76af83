begin;
select plan(52);
select test.clients_commit();
create temp table t as select test.slots_certain_game(2) as game, test.slots_wallet('ann', 1000, 10000) as wallet;
alter table t add column session uuid;
update t set session = test.slots_session(game, wallet);
create temp table p as select '{"Initialized": {"PlaceBet:1.5": 0.25, "Spin:2": 0.75}, "Playing": {"CashOut": 0.125, "Spin": 0.625, "Spin+2": 0.25}, "Evaluating": {"CashOut": 1, "PlaceBet:1": 0}}'::jsonb as actions;
grant select on t, p to public;

-- who may
select test.as_user(test.user('ann'));
select throws_ok('select * from slots.' || call, 'KG003', null, 'a player may not call ' || call)
from unnest(array['rl_create_policy(''mine'', (select actions from p))', 'list_rl_policies()']) as call;
select throws_ok($$ select slots.rl_choose('mine', '{"state": "Playing"}', 1) $$, '42501', null, 'a player may not ask what a named policy does');

-- making one
select test.as_operator(test.user('op'));
select results_eq($$ select policy, name, version, actions, created_by from slots.rl_create_policy('bold', (select actions from p)) $$,
  $$ select 'bold@0', 'bold', 0, actions, test.user('op') from p $$, 'an operator keeps a policy as version 0 of its name');
select is((slots.rl_create_policy('bold', '{"Initialized": {"PlaceBet:1": 1}, "Playing": {"Spin": 1}, "Evaluating": {"CashOut": 1}}', 'k')).policy, 'bold@1', 'the same name again is its next version');
select is((slots.rl_create_policy('bold', '{"Initialized": {"PlaceBet:1": 1}, "Playing": {"Spin": 1}, "Evaluating": {"CashOut": 1}}', 'k')).policy, 'bold@1', 'the same key makes no other version and answers with what it made');
select throws_ok($$ select slots.rl_create_policy('bold', (select actions from p), 'k') $$, 'KG006', null, 'the same key with another policy is refused');
select test.as_service();
select results_eq($$ select policy, created_by from slots.rl_create_policy('calm', (select actions from p)) $$, $$ values ('calm@0', null::uuid) $$, 'what the service keeps is nobody''s');
select results_eq('select policy from slots.list_rl_policies()', $$ values ('bold@0'), ('bold@1'), ('calm@0') $$, 'policies are listed by name and version');
select results_eq($$ select policy from slots.list_rl_policies('bold@0', 1) $$, $$ values ('bold@1') $$, 'a page of policies begins after the given one');
select throws_ok(format('select slots.rl_create_policy(%L, (select actions from p))', name), 'KG001', null, format('no policy is called %s', coalesce(quote_literal(name), 'null')))
from unnest(array['', null, 'Bold', 'a@0', 'a b', '-a', repeat('a', 81)]) as name;
select throws_ok(format('select slots.rl_create_policy(''x'', (select actions from p) || %L)', part), 'KG001', null, 'no policy has the part ' || part)
from unnest(array[
  '{"Completed": {}}', '{"Playing": {}}', '{"Playing": {"Spin": 0.5}}', '{"Playing": {"PlaceBet:1": 1}}', '{"Playing": {"Spin:1": 1}}', '{"Playing": {"Spin+1.0": 1}}', '{"Playing": {"Spin+0": 1}}',
  '{"Initialized": {"CashOut": 1}}', '{"Initialized": {"PlaceBet": 1}}', '{"Initialized": {"PlaceBet:0": 1}}', '{"Initialized": {"PlaceBet:0.00005": 1}}', '{"Initialized": {"PlaceBet:01": 1}}',
  '{"Initialized": {"PlaceBet:1+1": 1}}', '{"Initialized": {"Spin:1+1": 1}}', '{"Evaluating": {"Spin": 1}}', '{"Evaluating": {"Spin+1": 1}}', '{"Evaluating": {"cashout": 1}}'
]) as part;

-- it stays as it is
select test.as_owner();
select throws_ok($$ update slots.rl_policies set actions = '{}' $$, 'KG008', null, 'a policy is never changed');
select throws_ok('delete from slots.rl_policies', 'KG008', null, 'a policy is never removed');
select results_eq($$ select actor, after ->> 'policy' from core.audit_log where table_name = 'slots.rl_policies' order by after ->> 'policy' $$,
  $$ values (test.user('op'), 'bold@0'), (test.user('op'), 'bold@1'), (null, 'calm@0') $$, 'the audit log says who made which policy');

-- playing by it
select test.as_service();
select is(slots.rl_choose('bold', '{"state": "Playing", "pendingBet": 3}', 1) -> 'policy', '{"name": "bold", "version": "1"}', 'a name alone means its newest version');
select is(slots.rl_choose('bold@0', jsonb_build_object('state', state), 1), null, 'nothing is done in ' || state) from unnest(array['Idle', 'Completed']) as state;
create temp table drawn as
select o.seen, a.action
from (values ('{"state": "Initialized"}'::jsonb), ('{"state": "Playing", "pendingBet": 1}'), ('{"state": "Evaluating", "pendingBet": 0}')) as o (seen)
cross join generate_series(1, 4000) as s (seed)
cross join lateral slots.rl_choose('bold@0', o.seen, s.seed) as a (action);
select test.as_owner();
select results_eq($$ select distinct seen ->> 'state', slots.rl_action_name(action), (action -> 'probability')::float8, action -> 'policy' from drawn order by 1, 2 $$,
  $$ select s.name, a.name, (a.value)::float8, '{"name": "bold", "version": "0"}'::jsonb from p, jsonb_each(p.actions) as s (name, list), jsonb_each(s.list) as a (name, value) where a.value <> '0' order by 1, 2 $$,
  'a policy does each thing that it has a probability for, says with which, and never what has none');
select test.as_service();
select is((select max(abs(many / 4000.0 - probability)) < 0.03 from (
  select count(*) as many, (action -> 'probability')::numeric as probability from drawn group by seen, action
) as d), true, 'each action is as frequent as its probability says');
select is(slots.rl_choose('bold@0', '{"state": "Playing", "pendingBet": 1}', 5), slots.rl_choose('bold@0', '{"state": "Playing", "pendingBet": 1}', 5), 'the same seed does the same');
select throws_ok(format('select slots.rl_choose(%L, %L, %L)', policy, seen, seed), code, null, format('policy %s is not asked about %s with seed %s', coalesce(policy, 'null'), coalesce(seen, 'null'), coalesce(seed, 'null')))
from (values ('none', '{"state": "Playing"}', '1', 'KG004'), (null, '{"state": "Playing"}', '1', 'KG004'), ('bold', '[]', '1', 'KG001'), ('bold', '{"state": "Lost"}', '1', 'KG001'), ('bold', '{"state": "Playing", "pendingBet": "x"}', '1', 'KG001'), ('bold', '{"state": "Playing"}', null, 'KG001')) as v (policy, seen, seed, code);

-- its name is the one that steps have
do $$
declare
  _seen jsonb := '{"state": "Initialized"}';
begin
  for _seed in 1 .. 100 loop
    perform slots.act((select session from t), slots.rl_choose('calm', _seen, _seed));
    select e.next_obs into strict _seen from slots.rl_export((select session from t)) as e order by e.event_index desc limit 1;
    exit when _seen ->> 'state' = 'Completed';
  end loop;
end $$;
select is((select count(*) from slots.rl_export((select session from t)) where terminated), 1::bigint, 'an episode is played to its end by a policy''s name');
select is((select episodes from slots.rl_create_dataset('calm', '{"policy": "calm@0"}')), 1::bigint, 'a dataset is asked for by the name that the policy was kept under');
select results_eq($$ select estimator, value, effective_size from slots.rl_evaluate('calm-v0', '"calm"') $$, $$ select estimator, value, effective_size from slots.rl_evaluate('calm-v0', (select actions from p)) $$, 'a policy is evaluated by its name as by its actions');
select * from finish();
rollback;
