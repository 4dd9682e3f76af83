-- Deploy gamekeeper:slots/datasets/rl_action_name to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.rl_action_name(action jsonb)
returns text
language sql
immutable
parallel safe
return (rl_action_name.action ->> 'type')
  || coalesce(':' || trim_scale((rl_action_name.action ->> 'amount')::numeric), '')
  || coalesce('+' || trim_scale((rl_action_name.action #>> '{next,amount}')::numeric), '');
comment on function slots.rl_action_name(jsonb) is
  'What the tables of a policy call a stored action: its type, ":" and the stake of a bet, "+" and the bet that a Spin places after it: '
  'PlaceBet:1, Spin, Spin+2.5, CashOut. [helper]';
revoke all on function slots.rl_action_name(jsonb) from public;
commit;
