begin;
select plan(24);
select test.clients_commit();
create temp table t as select test.slots_certain_game(2) as game, test.slots_wallet('ann', 1000, 10000, '{"perSpinFee": 0.5}') as wallet, test.slots_wallet('eve', 100, 1000) as other;
create temp table e (name text, session uuid);
insert into e select n, test.slots_session(game, wallet) from t, unnest(array['cash', 'step', 'service', 'hand', 'live', 'old', 'masks']) as n;
insert into e select n, test.slots_session(game, other) from t, unnest(array['closed', 'closed unplayed']) as n;
grant select on t, e to public;
create function pg_temp.s(name text) returns uuid language sql as 'select session from e where e.name = s.name';
grant execute on function pg_temp.s(text) to public;

-- every way in which an episode ends, with the wallet moving beside it
select test.as_user(test.user('ann'));
do $$ begin
  perform slots.act(pg_temp.s('cash'), '{"type": "PlaceBet", "amount": 3}');
  perform slots.act(pg_temp.s('live'), '{"type": "Spin", "amount": 7}');
  perform slots.act(pg_temp.s('cash'), '{"type": "Spin", "next": {"amount": 1}}');
  perform slots.wallet_operation((select wallet from t), 'debit', 5, 'between two steps');
  perform slots.act(pg_temp.s('cash'), '{"type": "CashOut"}');
  perform slots.act(pg_temp.s('step'), '{"type": "Spin", "amount": 1}');
  perform slots.transition(pg_temp.s('step'), 'Playing');
  perform slots.act(pg_temp.s('step'), '{"type": "PlaceBet", "amount": 2}');
  perform slots.transition(pg_temp.s('step'), 'Completed');
  perform slots.transition(pg_temp.s('hand'), 'Probing');
  perform slots.transition(pg_temp.s('hand'), 'Playing');
  perform slots.act(pg_temp.s('hand'), '{"type": "CashOut"}');
end $$;
select test.as_user(test.user('eve'));
select slots.act(pg_temp.s('closed'), '{"type": "PlaceBet", "amount": 2}') is not null as played \gset
select test.as_service();
do $$ begin
  perform slots.act(pg_temp.s('service'), '{"type": "Spin", "amount": 1, "policy": {"name": "greedy", "version": "7"}, "probability": 0.25}', 'k');
  perform slots.act(pg_temp.s('service'), '{"type": "Spin", "amount": 1, "policy": {"name": "greedy", "version": "7"}}');
  perform slots.transition(pg_temp.s('service'), 'Completed');
end $$;
select test.as_user(test.user('eve'));
select core.close_account() is null as closed \gset
select test.as_service();

select is_empty(
  $$ select s.session_id from slots.sessions as s where s.state = 'Completed' and not exists (
    select from slots.rl_store as r where r.session_id = s.session_id and r.event_index = s.event_count and r.done) $$,
  'no session is over without a last step that says so, whoever ended it'
);
select is_empty(
  $$ select r.session_id from slots.rl_store as r join slots.sessions as s using (session_id) where r.done and (s.state <> 'Completed' or r.event_index <> s.event_count) $$,
  'no step says that it is the last while the session goes on'
);
select is_empty(
  $$ select n.session_id, n.event_index from slots.rl_store as r join slots.rl_store as n on n.session_id = r.session_id and n.event_index = r.event_index + 1
    where n.state <> r.next_state $$, 'the observation after a step is the one before the next, whatever moved the wallet or the state between them'
);
select is_empty($$ select * from slots.rl_store where game_id is distinct from (select game from t) $$, 'every experience knows its game');
select results_eq(
  $$ select name, terminated, truncated from e cross join lateral (
    select x.* from slots.rl_export(session, page_size => 1000) as x order by event_index desc limit 1) as x order by name $$,
  $$ values ('cash', true, false), ('closed', false, true), ('closed unplayed', false, true), ('hand', true, false), ('live', false, true), ('service', false, true), ('step', false, true) $$,
  'the last step of an episode is terminated where it was cashed out and truncated where something else than an action ended it or it goes on'
);
select is(
  (select count(*) from e cross join lateral slots.rl_export(session, page_size => 1000) as x where x.terminated or x.truncated), 7::bigint,
  'no step before the last is terminated or truncated'
);
select is_empty(
  $$ select e.session_id from (
    select x.session_id, x.terminated or x.truncated as is_end, lead(x.session_id) over (order by x.session_id, x.event_index) as next_id from slots.rl_export(page_size => 1000) as x
  ) as e where e.next_id is distinct from e.session_id and not e.is_end $$,
  'in an export of all sessions a step that another session''s step follows, or nothing, ends its episode'
);
select results_eq(
  $$ select event_index, obs_state, obs_balance_change, obs_pending_bet, obs_spins, action_type, action_amount, action_next_amount, next_obs_state, next_obs_balance_change, (info ->> 'balance')::numeric
    from slots.rl_export(pg_temp.s('cash')) $$,
  $$ values (1::bigint, 'Initialized', 0::float8, 0::float8, 0::bigint, 'PlaceBet', 3::float8, null::float8, 'Playing', -3.5::float8, 996.5),
    (2, 'Playing', -3.5, 3, 0, 'Spin', null, 1, 'Playing', 1, 1007.5), (3, 'Playing', 1, 1, 1, 'Spin', null, null, 'Evaluating', 3, 1004.5),
    (4, 'Evaluating', 3, 0, 2, 'CashOut', null, null, 'Completed', 3, 1004.5) $$,
  'observations hold what the episode won or lost, and the wallet''s balance stands beside them'
);
select is(obs -> 'balance', null, 'an observation says nothing of the wallet') from slots.rl_export(pg_temp.s('cash'), page_size => 1);
select results_eq(
  $$ select policy, probability, action from slots.rl_export(pg_temp.s('service'), page_size => 2) $$,
  $$ values ('greedy@7', 0.25::float8, '{"type": "Spin", "amount": 1}'::jsonb), ('greedy@7', null, '{"type": "Spin", "amount": 1}') $$,
  'the policy that the service names and its probability are columns of the experience, not of its action'
);
select throws_ok(
  $$ select slots.act(pg_temp.s('service'), '{"type": "Spin", "amount": 1, "policy": {"name": "greedy", "version": "8"}, "probability": 0.25}', 'k') $$,
  'KG006', null, 'a repeated key with another policy is another request'
);
select throws_ok(format($$ select slots.act(pg_temp.s('live'), '{"type": "Spin", "amount": 1, %s}') $$, bad), 'KG001', null, format('an action with %s is refused', bad))
from unnest(array['"probability": 0.5', '"policy": {"name": "a", "version": "1"}, "probability": 0', '"policy": {"name": "a", "version": "1"}, "probability": 1.01',
  '"policy": {"name": "a@b", "version": "1"}', '"policy": {"name": "a"}', '"policy": "a"', '"policy": {"name": "a", "version": "1"}, "probability": "1"']) as bad;
create function pg_temp.takes(session uuid, action jsonb) returns boolean language plpgsql as $$
begin
  perform slots.act(session, action);
  raise exception using errcode = 'ZZ001';
exception
  when sqlstate 'ZZ001' then return true;
  when others then return false;
end $$;
create function pg_temp.masks() returns table (state text, action text, takes boolean) language plpgsql as $$
declare
  _session uuid := pg_temp.s('masks');
  _before jsonb;
begin
  foreach _before in array array['null', '{"type": "PlaceBet", "amount": 1}', '{"type": "Spin"}', '{"type": "CashOut"}']::jsonb[] loop
    if _before <> 'null' then
      perform slots.act(_session, _before);
    end if;
    return query
      select coalesce((select e.next_obs_state from slots.rl_export(_session) as e order by e.event_index desc limit 1), 'Initialized'), a.action ->> 'type', pg_temp.takes(_session, a.action)
      from unnest(array['{"type": "PlaceBet", "amount": 1}', '{"type": "Spin"}', '{"type": "CashOut"}']::jsonb[]) as a (action);
  end loop;
end $$;
grant execute on function pg_temp.takes(uuid, jsonb), pg_temp.masks() to public;
select test.as_user(test.user('ann'));
select results_eq(
  $$ select state, action, takes from pg_temp.masks() order by 1, 2 $$,
  $$ select s.name, a.name, a.value::boolean from jsonb_each(slots.rl_spec((select game from t)) -> 'actionMasks') as s (name, actions) cross join lateral jsonb_each(s.actions) as a (name, value) order by 1, 2 $$,
  'the specification of a game says of each state which actions slots.act takes from a player there'
);
select test.as_service();
select throws_ok($$ select slots.rl_spec(gen_random_uuid()) $$, 'KG004', null, 'an unknown game has no specification');

-- what was stored before
select test.as_owner();
insert into slots.rl_store (session_id, event_index, id, owner_id, state, action, reward, next_state, created_at, _v)
select pg_temp.s('old'), 1, gen_random_uuid(), test.user('ann'), '{"state": "Initialized", "balance": 10, "pendingBet": 0, "spins": 0}',
  '{"type": "PlaceBet", "amount": 1}', 0, '{"state": "Playing", "balance": 9, "pendingBet": 1, "spins": 0}', now(), 1;
select test.as_user(test.user('ann'));
select results_eq(
  $$ select _v, game_id, policy, probability, obs_state, obs_balance_change, obs_pending_bet, next_obs_pending_bet, obs ->> 'balance' from slots.rl_export(pg_temp.s('old')) $$,
  $$ values (1::smallint, null::uuid, null::text, null::float8, 'Initialized', null::float8, 0::float8, 1::float8, '10') $$,
  'an experience that was stored in the form before is exported in the new one, and what it lacks is null'
);
select throws_ok($$ select slots.act(pg_temp.s('live'), '{"type": "PlaceBet", "amount": 1, "policy": {"name": "me", "version": "1"}}') $$, 'KG001', null, 'a player cannot say which policy played');
do $$
declare
  _obs jsonb := (select next_obs from slots.rl_export(pg_temp.s('live')));
begin
  for _i in 1 .. 40 loop
    exit when slots.infer(_obs, 0.5, _i) is null;
    perform slots.act(pg_temp.s('live'), slots.infer(_obs, 0.5, _i) - array['policy', 'probability']);
    select next_obs into _obs from slots.rl_export(pg_temp.s('live'), page_size => 1000) order by event_index desc limit 1;
  end loop;
end $$;
select cmp_ok(
  (select count(*) from slots.rl_export(pg_temp.s('live'), page_size => 1000)), '>', 2::bigint,
  'a player''s session takes whatever the baseline policy answers, until the episode is over'
);
select test.slots_books_balance();
select * from finish();
rollback;
