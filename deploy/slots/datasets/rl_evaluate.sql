-- Deploy gamekeeper:slots/datasets/rl_evaluate to pg
-- requires: core/errors/raise core/callers/require_operator slots/datasets/find_rl_dataset slots/datasets/rl_dataset_steps slots/datasets/check_rl_target slots/datasets/find_rl_policy slots/datasets/rl_model slots/datasets/rl_weigh_episodes
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Per-decision importance sampling (Precup 2000), its self-normalised form by episodes, and sequential doubly robust (Jiang and Li
-- 2016). Each step is read three times, in the order of the episodes; docs/experience.md, "What would another policy have won", has the formulas.
create function slots.rl_evaluate(dataset text, target jsonb, gamma double precision default 1, per text default 'episode')
returns table (
  estimator text, value double precision, standard_error double precision, low double precision, high double precision,
  effective_size double precision, samples bigint, support double precision
)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _z constant double precision := 1.959963984540054::double precision;
  _most constant integer := 1000;
  _target jsonb := rl_evaluate.target;
  _dataset slots.rl_datasets;
  _horizon integer;
  _unknown bigint;
  _problem text;
  _model jsonb;
  _states text[];
begin
  perform core.require_operator();
  _dataset := slots.find_rl_dataset(rl_evaluate.dataset);
  if jsonb_typeof(_target) = 'string' then
    _target := (slots.find_rl_policy(_target #>> '{}')).actions;
  else
    perform slots.check_rl_target(_target);
  end if;
  _problem := case
    when not coalesce(rl_evaluate.gamma between 0 and 1, false) then '{"field": "gamma", "problem": "must be 0 to 1"}'
    when coalesce(rl_evaluate.per, '') <> all ('{episode,step}') then '{"field": "per", "problem": "must be episode or step"}'
  end;
  if _problem is not null then
    perform core.raise('INVALID_INPUT', _problem::jsonb);
  end if;
  select
    count(*) filter (where d.is_chosen and (d.probability is null or not _target ? d.state)), least(max(d.event_index), _most)::integer, array_agg(distinct d.state) filter (where d.is_chosen)
  into _unknown, _horizon, _states
  from slots.rl_dataset_steps as d
  where d.dataset = _dataset.dataset;
  if _unknown > 0 then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', 'dataset', 'problem', 'has steps without the probability of their action, or of form 1', 'steps', _unknown
    ));
  end if;

  _model := slots.rl_model(
    _dataset.dataset, _target, rl_evaluate.gamma, case rl_evaluate.per when 'step' then 1 else _horizon end
  );
  return query
    with weighed as materialized (
      select w.*
      from slots.rl_weigh_episodes(_dataset.dataset, _model, rl_evaluate.gamma, rl_evaluate.per = 'step') as w
    ),
    sums as (
      select
        count(*) as samples, sum(w.weight) as weights, sum(w.weight) ^ 2 / nullif(sum(w.weight ^ 2), 0) as size,
        sum(w.weight * w.total) / nullif(sum(w.weight), 0) as normalised
      from weighed as w
    ),
    estimates as (
      select 1 as place, 'logged' as estimator, avg(w.total) as value, stddev_samp(w.total) / sqrt(count(*)) as error
      from weighed as w
      union all
      select 2, 'ips', avg(w.weighted), stddev_samp(w.weighted) / sqrt(count(*))
      from weighed as w
      union all
      select 3, 'snips', s.normalised, sqrt((select sum((w.weight * (w.total - s.normalised)) ^ 2) from weighed as w)) / s.weights
      from sums as s
      union all
      select 4, 'dr', avg(w.corrected), stddev_samp(w.corrected) / sqrt(count(*))
      from weighed as w
    )
    select
      e.estimator, e.value, e.error, e.value - _z * e.error, e.value + _z * e.error,
      case e.estimator when 'logged' then s.samples else coalesce(s.size, 0) end, s.samples,
      (select min((m.told -> 'support')::double precision) from jsonb_each(_model) as m (state, told) where m.state = any (_states))
    from estimates as e
    cross join sums as s
    order by e.place;
end
$$;
comment on function slots.rl_evaluate(text, jsonb, double precision, text) is
  'For operators: what another policy would have won where the episodes of a dataset were played: rows for logged (what was won), ips, '
  'snips and dr, each with the ends of its 95 % interval. target: {state: {action: probability}} for Initialized, Playing and '
  'Evaluating, or "name@version" of a policy of slots.rl_create_policy, or "name" for its newest version. per: episode, or step for the mean of single steps as in a bandit. support under 1 says that the log lacks actions '
  'of the target. Raises: FORBIDDEN, NOT_FOUND, INVALID_INPUT. [operator]';
revoke all on function slots.rl_evaluate(text, jsonb, double precision, text) from public;
grant execute on function slots.rl_evaluate(text, jsonb, double precision, text) to authenticated, service_role;
commit;
