-- Deploy gamekeeper:slots/datasets/rl_weigh_episodes to pg
-- requires: core/errors/raise slots/datasets/rl_dataset_steps
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.rl_weigh_episodes(dataset text, model jsonb, gamma double precision, is_by_step boolean)
returns table (weight double precision, total double precision, weighted double precision, corrected double precision)
language plpgsql
stable
as $$
declare
  _step record;
  _known jsonb;
  _before double precision;
  _discount double precision := 1::double precision;
  _is_first boolean := true;
begin
  weight := 1;
  total := 0;
  weighted := 0;
  corrected := 0;
  for _step in
    select d.session_id, d.event_index, d.state, d.action, d.probability, d.reward, d.is_chosen
    from slots.rl_dataset_steps as d
    where d.dataset = rl_weigh_episodes.dataset and (d.is_chosen or not rl_weigh_episodes.is_by_step)
    order by d.session_id, d.event_index
  loop
    if (_step.event_index = 1 or rl_weigh_episodes.is_by_step) and not _is_first then
      return next;
      weight := 1;
      total := 0;
      weighted := 0;
      corrected := 0;
      _discount := 1;
    end if;
    _is_first := false;
    _known := rl_weigh_episodes.model #> array[_step.state, 'actions', _step.action];
    _before := rl_weigh_episodes.weight;
    -- what is next to nothing is nothing: the server refuses numbers below 1e-308
    weight := case
      when not _step.is_chosen then _before
      when _known is null or _before < 1e-150 then 0
      else _before * (_known -> 0)::double precision / _step.probability
    end;
    if rl_weigh_episodes.weight > 1e150 then
      perform core.raise('INVALID_INPUT', jsonb_build_object(
        'field', 'dataset', 'problem', 'the weight of an episode passes 1e150', 'sessionId', _step.session_id
      ));
    end if;
    total := rl_weigh_episodes.total + _discount * _step.reward;
    weighted := rl_weigh_episodes.weighted + _discount * rl_weigh_episodes.weight * _step.reward;
    corrected := rl_weigh_episodes.corrected + _discount * case
      when _step.is_chosen
        then _before * (rl_weigh_episodes.model #> array[_step.state, 'value'])::double precision
          + rl_weigh_episodes.weight * (_step.reward - coalesce((_known -> 1)::double precision, 0))
      else rl_weigh_episodes.weight * _step.reward
    end;
    _discount := case when _discount < 1e-150 then 0 else _discount * rl_weigh_episodes.gamma end;
  end loop;
  return next;
end
$$;
comment on function slots.rl_weigh_episodes(text, jsonb, double precision, boolean) is
  'Each episode of a dataset, or each step as one, under a model of slots.rl_model: the product of target over behaviour, the '
  'discounted sum of its rewards, that of its rewards each times the product so far, and that with the model''s values taken off and '
  'on again. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.rl_weigh_episodes(text, jsonb, double precision, boolean) from public;
commit;
