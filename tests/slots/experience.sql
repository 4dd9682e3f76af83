begin;
select plan(51);
select test.clients_commit();
create temp table t as select test.slots_certain_game(2) as game, test.slots_wallet('ann', 1000, 10000) as wallet;
alter table t add column s uuid, add column long uuid;
update t set s = test.slots_session(game, wallet), long = test.slots_session(game, wallet);
grant select on t to public;
select test.as_user(test.user('ann'));
do $$ begin
  for _i in 1 .. 4 loop perform slots.act((select s from t), jsonb_build_object('type', 'Spin', 'amount', _i)); end loop;
  perform slots.act((select s from t), '{"type": "CashOut"}');
  for _i in 1 .. 37 loop perform slots.act((select long from t), '{"type": "Spin", "amount": 1}'); end loop;
end $$;

-- list_events
select results_eq(
  $$ select event_index from slots.list_events((select long from t), null, 10) $$, $$ select generate_series(1::bigint, 10) $$, 'the first page of events begins with the first'
);
select results_eq(
  $$ select event_index from slots.list_events((select long from t), 30, 10) $$, $$ select generate_series(31::bigint, 37) $$, 'a page of events begins after the given one'
);
select is_empty($$ select event_index from slots.list_events((select long from t), 37, 10) $$, 'the page after the last event is empty');
select throws_ok(format($$ select * from slots.list_events((select long from t), null, %s) $$, bad), 'KG001', null, format('a page of %s is refused', bad))
from unnest(array['0', '-1', '1001', 'null']) as bad;

-- rl_export
select results_eq(
  $$ select obs ->> 'state', action, reward, next_obs ->> 'state', terminated, truncated, (info ->> 'event_index')::bigint from slots.rl_export((select s from t), null, 100) $$,
  $$ values ('Initialized', '{"type": "Spin", "amount": 1}'::jsonb, 1::double precision, 'Evaluating', false, false, 1::bigint),
    ('Evaluating', '{"type": "Spin", "amount": 2}', 2, 'Evaluating', false, false, 2), ('Evaluating', '{"type": "Spin", "amount": 3}', 3, 'Evaluating', false, false, 3),
    ('Evaluating', '{"type": "Spin", "amount": 4}', 4, 'Evaluating', false, false, 4), ('Evaluating', '{"type": "CashOut"}', 0, 'Completed', true, false, 5) $$,
  'rl_export returns an episode in the Gymnasium step convention'
);
select results_eq(
  $$ select (b.info ->> 'event_index')::bigint from slots.rl_export((select long from t), null, 20) as a
    cross join lateral slots.rl_export((select long from t), a.info, 3) as b where a.info ->> 'event_index' = '20' $$,
  $$ select generate_series(21::bigint, 23) $$, 'the info of a row is the cursor after it'
);
select throws_ok($$ select * from slots.rl_export() $$, 'KG003', null, 'a player cannot export all sessions');
select throws_ok(format($$ select * from slots.rl_export((select s from t), %s, %s) $$, bad, size), 'KG001', null, format('rl_export refuses the cursor %s with a page of %s', bad, size))
from (values ('null', '0'), ('null', 'null'), ('''[]''', '10'), ('''{}''', '10'), ('''{"session_id": "x", "event_index": 1}''', '10'),
  ('''{"session_id": "00000000-0000-0000-0000-000000000000"}''', '10'), ('''{"session_id": "00000000-0000-0000-0000-000000000000", "event_index": -1}''', '10')) as v (bad, size);

-- rl_metrics: rewards 1 2 3 4 0
select results_eq($$ select * from slots.rl_metrics((select s from t)) $$, $$ values (2::double precision, 5::bigint, 2.5::double precision) $$, 'rl_metrics tells mean, length and sample variance of the whole episode');
select results_eq($$ select * from slots.rl_metrics((select s from t), 3) $$, $$ values ((7 / 3.0)::double precision, 3::bigint, (13 / 3.0)::double precision) $$, 'rl_metrics takes the last three rewards where three are asked for');
select results_eq($$ select * from slots.rl_metrics((select s from t), 1) $$, $$ values (0::double precision, 1::bigint, null::double precision) $$, 'one reward has no variance');
select is((select episode_length from slots.rl_metrics((select long from t))), 37::bigint, 'the length of an episode that runs is that of what has happened');
select throws_ok($$ select * from slots.rl_metrics((select s from t), 0) $$, 'KG001', null, 'rl_metrics of the last zero rewards is refused');
create temp table fresh as select * from slots.create_session((select game from t));
select results_eq(
  $$ select * from slots.rl_metrics((select session_id from fresh)) $$,
  $$ values (null::double precision, 0::bigint, null::double precision) $$, 'an episode without experiences has neither mean nor variance'
);

-- infer
select is(slots.infer(o::jsonb, 0, 1) ->> 'type', a, format('the baseline answers %s where an agent sees %s', coalesce(a, 'nothing'), o))
from (values ('{"state": "Idle"}', null), ('{"state": "Initialized"}', 'PlaceBet'), ('{"state": "Probing"}', 'PlaceBet'), ('{"state": "Playing", "pendingBet": 0}', 'PlaceBet'),
  ('{"state": "Playing", "pendingBet": 2.5}', 'Spin'), ('{"state": "Evaluating"}', 'PlaceBet'), ('{"state": "Completed"}', null)) as v (o, a);
select is(slots.infer('{"state": "Evaluating"}', 0.5, 3), slots.infer('{"state": "Evaluating"}', 0.5, 3), 'the same seed decides the same');
select cmp_ok(
  (select sum((n - 1000) ^ 2 / 1000)::double precision from (
    select count(*) as n from generate_series(1, 3000) as seed
    group by slots.infer('{"state": "Playing", "pendingBet": 1}', 1, seed) - array['policy', 'probability']
  ) as c), '<', 18.4::double precision, 'with epsilon 1 every accepted action is equally likely (chi-square, 2 degrees, p = 0.0001)'
);
select cmp_ok(
  (select abs(count(*) - 300) from generate_series(1, 3000) as seed where slots.infer('{"state": "Evaluating"}', 0.2, seed) ->> 'type' = 'CashOut'), '<', 70::bigint,
  'with epsilon 0.2 one action in five is random'
);
select results_eq(
  $$ select distinct slots.infer('{"state": "Playing", "pendingBet": 1}', 0.3, seed) ->> 'type', round((slots.infer('{"state": "Playing", "pendingBet": 1}', 0.3, seed) ->> 'probability')::numeric, 9)
    from generate_series(1, 200) as seed order by 1, 2 $$,
  $$ values ('CashOut', 0.1), ('Spin', 0.1), ('Spin', 0.8) $$, 'the baseline says with which probability it answers'
);
select throws_ok(format($$ select slots.infer(%s) $$, bad), 'KG001', null, format('the baseline refuses the arguments (%s)', bad))
from unnest(array['''{}'', 0, 1', '''"Idle"'', 0, 1', 'null, 0, 1', '''{"state": "Lost"}'', 0, 1', '''{"state": "Idle"}'', -0.1, 1', '''{"state": "Idle"}'', 1.1, 1',
  '''{"state": "Idle"}'', ''NaN'', 1', '''{"state": "Idle"}'', null, 1', '''{"state": "Idle"}'', 0, null', '''{"state": "Idle", "pendingBet": "much"}'', 0, 1']) as bad;
select throws_ok($$ select * from slots.rl_sample(1, 1) $$, '42501', null, 'a player cannot sample the whole store');

-- strangers
select test.as_user(test.user('bob'));
select throws_ok(format('select * from slots.%s', call), 'KG004', null, format('another user''s session is not found: %s', left(call, 11)))
from unnest(array['list_events((select s from t))', 'rl_export((select s from t))', 'rl_metrics((select s from t))']) as call;

-- the whole store
select test.as_service();
select is((select count(*) from slots.rl_export(page_size => 1000)), 42::bigint, 'the service may export all sessions');
select is((select count(*) from slots.rl_export(null, (select info from slots.rl_export(page_size => 17) offset 16), 1000)), 25::bigint, 'a page of the export of all sessions begins after its cursor');
select results_eq($$ select * from slots.rl_sample(8, 5) $$, $$ select * from slots.rl_sample(8, 5) $$, 'the same seed gives the same batch in the same order');
select * from finish();
rollback;
