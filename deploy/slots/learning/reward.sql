-- Deploy gamekeeper:slots/learning/reward to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.reward(
  payout numeric, stake numeric, operational_cost numeric, human_likeness numeric, done boolean
)
returns numeric
language sql
immutable
parallel safe
return (reward.payout - reward.stake)
  - greatest(reward.operational_cost, 0)
  + 0.3 * least(greatest(reward.human_likeness, 0), 1)
  + case when reward.done and reward.payout > 0 then 1 else 0 end;
comment on function slots.reward(numeric, numeric, numeric, numeric, boolean) is
  'Reward of one step: (payout - stake) - max(cost, 0) + 0.3 * clamp(likeness, 0, 1) + (1 if done and payout > 0). '
  'A missing cost, likeness or done counts as none. Pure. [client]';
revoke all on function slots.reward(numeric, numeric, numeric, numeric, boolean) from public;
grant execute on function slots.reward(numeric, numeric, numeric, numeric, boolean) to anon, authenticated, service_role;
commit;
