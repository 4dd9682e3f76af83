-- Deploy gamekeeper:slots/datasets/rl_model to pg
-- requires: slots/datasets/rl_dataset_steps
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Looks ahead as many steps as asked for, over means and counts of the log: the value of what follows an action is that of the
-- states it led to, each as often as it did. An action that the log does not hold counts 0.
create function slots.rl_model(dataset text, target jsonb, gamma double precision, horizon integer)
returns jsonb
language plpgsql
stable
as $$
declare
  _states text[];
  _actions text[];
  _chances double precision[];
  _rewards double precision[];
  _seen bigint[];
  _next jsonb[];
  _q double precision[];
  _values jsonb := '{}'::jsonb;
begin
  select
    array_agg(p.state order by p.state, p.action), array_agg(p.action order by p.state, p.action), array_agg(p.chance order by p.state, p.action),
    array_agg(coalesce(l.reward, 0) order by p.state, p.action), array_agg(coalesce(l.seen, 0) order by p.state, p.action),
    array_agg(coalesce(l.next, '{}') order by p.state, p.action)
  into _states, _actions, _chances, _rewards, _seen, _next
  from (
    select s.name as state, a.name as action, (a.probability)::double precision as chance
    from jsonb_each(rl_model.target) as s (name, actions)
    cross join lateral jsonb_each(s.actions) as a (name, probability)
    where (a.probability)::double precision > 0
  ) as p
  left join (
    select
      c.state, c.action, sum(c.seen)::bigint as seen, sum(c.reward) / sum(c.seen)::double precision as reward,
      jsonb_object_agg(c.next_state, c.seen) filter (where c.next_state is not null) as next
    from (
      select d.state, d.action, d.next_state, count(*) as seen, sum(d.reward) as reward
      from slots.rl_dataset_steps as d
      where d.dataset = rl_model.dataset and d.is_chosen
      group by d.state, d.action, d.next_state
    ) as c
    group by c.state, c.action
  ) as l on l.state = p.state and l.action = p.action;

  for _ahead in 1 .. rl_model.horizon loop
    _q := array(
      select _rewards[k.n] + rl_model.gamma * coalesce((
        select sum((f.many)::double precision / _seen[k.n] * coalesce((_values -> f.state)::double precision, 0) order by f.state)
        from jsonb_each(_next[k.n]) as f (state, many)
      ), 0)
      from generate_subscripts(_states, 1) as k (n)
      order by k.n
    );
    _values := (
      select jsonb_object_agg(v.state, v.value)
      from (
        select _states[k.n] as state, sum(_chances[k.n] * _q[k.n] order by k.n) as value
        from generate_subscripts(_states, 1) as k (n)
        group by _states[k.n]
      ) as v
    );
  end loop;
  return (
    select jsonb_object_agg(m.state, m.told)
    from (
      select
        _states[k.n] as state,
        jsonb_build_object(
          'value', _values -> _states[k.n],
          'support', coalesce(sum(_chances[k.n] order by k.n) filter (where _seen[k.n] > 0), 0),
          'actions', jsonb_object_agg(_actions[k.n], jsonb_build_array(_chances[k.n], _q[k.n]))
        ) as told
      from generate_subscripts(_states, 1) as k (n)
      group by _states[k.n]
    ) as m
  );
end
$$;
comment on function slots.rl_model(text, jsonb, double precision, integer) is
  'A model of a dataset for a target policy: {state: {"value", "support" (how much of the policy the log holds), "actions": '
  '{action: [probability, value]}}}, values as sums of the rewards of so many steps ahead. [helper]';
revoke all on function slots.rl_model(text, jsonb, double precision, integer) from public;
commit;
