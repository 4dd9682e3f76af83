-- Deploy gamekeeper:slots/datasets/check_rl_target to pg
-- requires: core/errors/raise slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.check_rl_target(target jsonb)
returns void
language plpgsql
stable
as $$
declare
  _states constant text[] := array['Initialized', 'Playing', 'Evaluating'];
  _most constant integer := 1000;
  _problem text;
begin
  if jsonb_typeof(check_rl_target.target) is distinct from 'object' or not check_rl_target.target ?& _states
    or check_rl_target.target - _states <> '{}'
  then
    _problem := 'must be an object of Initialized, Playing and Evaluating';
  elsif exists (select from jsonb_each(check_rl_target.target) as s (name, actions) where jsonb_typeof(s.actions) <> 'object') then
    _problem := 'a state must be an object of actions';
  elsif exists (
    select
    from jsonb_each(check_rl_target.target) as s (name, actions)
    cross join lateral jsonb_each(s.actions) as a (name, probability)
    where jsonb_typeof(a.probability) <> 'number'
  ) then
    _problem := 'the probability of an action must be a number';
  elsif exists (
    select
    from jsonb_each(check_rl_target.target) as s (name, actions)
    left join lateral jsonb_each(s.actions) as a (name, probability) on true
    group by s.name
    having coalesce(abs(sum((a.probability)::numeric) - 1), 1) > 1e-9 or min((a.probability)::numeric) < 0 or count(*) > _most
  ) then
    _problem := format('a state must have at most %s actions, whose probabilities are 0 or more and make 1 together', _most);
  end if;
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'target', 'problem', _problem));
  end if;
end
$$;
comment on function slots.check_rl_target(jsonb) is
  'Refuses what is no policy: {state: {action: probability}}, actions named as slots.rl_action_name does. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.check_rl_target(jsonb) from public;
commit;
