-- Sessions that nobody touches end: in whatever state they are, with a last step, their bets played.
begin;
select plan(9);
select test.clients_commit();
create temp table t as
select test.slots_certain_game(2) as game, test.slots_wallet('ann') as wallet;
grant select on t to public;
create temp table s as
select v.state, test.slots_session(t.game, t.wallet, '{}') as id
from t, unnest(array['Initialized', 'Probing', 'Playing', 'placed', 'Evaluating', 'touched', 'Completed']) as v (state);
grant select on s to public;
select slots.transition(id, 'Probing') from s where state = 'Probing';
select slots.transition(id, 'Playing') from s where state = 'Playing';
select slots.act(id, '{"type": "PlaceBet", "amount": 3}') from s where state in ('placed', 'touched');
select slots.act(id, '{"type": "Spin", "amount": 1}') from s where state in ('Evaluating', 'Completed');
select slots.act(id, '{"type": "CashOut"}') from s where state = 'Completed';
select test.as_user(test.user('ann'));
select slots.create_session(game, '{}', null, 'x') from t;
select test.as_owner();

select is(slots.upkeep_sessions(), '0 sessions ended that nobody touched', 'a session that was touched within slots.session_timeout goes on');
select set_config('session_replication_role', 'replica', true);
update slots.sessions set updated_at = updated_at - interval '2 hours', bet_placed_at = bet_placed_at - interval '2 hours', last_event_at = last_event_at - interval '2 hours'
where session_id not in (select id from s where state = 'touched');
insert into slots.sessions (session_id, owner_id, game_id, player_profile, current_wallet_id, updated_at)
select core.uuid_v7(), test.user('ann'), t.game, '{}', t.wallet, now() - interval '2 hours' from t;
select set_config('session_replication_role', 'origin', true);
select is(slots.upkeep_sessions(), '7 sessions ended that nobody touched', 'sessions that nobody touched end in every state, with a wallet or without');
select is(
  (select count(*) from slots.sessions where state <> 'Completed'), 1::bigint, 'a session that was touched is not ended with the others'
);
select results_eq(
  $$ select e.action ->> 'type', e.result ->> 'by' from slots.gameplay_events as e where e.session_id = (select id from s where state = 'placed') order by e.event_index $$,
  $$ values ('PlaceBet', null), ('Spin', null), ('CashOut', 'timeout') $$, 'the placed bet of a session that ends is played first'
);
select is_empty(
  $$ select s.session_id
     from slots.sessions as s
     left join slots.rl_store as r on r.session_id = s.session_id and r.event_index = s.event_count
     where s.state = 'Completed' and (r.done or r.truncated) is not true $$,
  'every session that is over has a last step that ends its episode'
);
select is(slots.upkeep_sessions(), '0 sessions ended that nobody touched', 'a session is ended once');
-- a wallet that was filled after the bet, so that what it wins does not fit
create temp table rich as select test.slots_wallet('midas', 10, 10) as wallet;
alter table rich add column session uuid, add column other uuid;
update rich set session = test.slots_session(t.game, rich.wallet, '{}'), other = test.slots_session(t.game, t.wallet, '{}') from t;
select slots.act(session, '{"type": "PlaceBet", "amount": 10}') from rich;
select slots.wallet_operation(wallet, 'credit', 9999999999999999) from rich;
select set_config('session_replication_role', 'replica', true);
update slots.sessions set updated_at = updated_at - interval '2 hours' where session_id in (select session from rich union select other from rich);
select set_config('session_replication_role', 'origin', true);
select is(
  slots.upkeep_sessions(), format('1 sessions ended that nobody touched, not: %s', (select session from rich)), 'a session that can''t be ended is named, and stops no other'
);
select slots.wallet_operation(wallet, 'debit', 9999999999999999) from rich;
select is(slots.upkeep_sessions(), '1 sessions ended that nobody touched', 'it ends when its payout fits');
select test.slots_books_balance();

select * from finish();
rollback;
