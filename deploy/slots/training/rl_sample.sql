-- Deploy gamekeeper:slots/training/rl_sample to pg
-- requires: core/errors/raise core/callers/require_service slots/learning/rl_blocks slots/learning/rl_store slots/learning/to_experience slots/learning/shuffled_position slots/training/sampled_experience slots/training/take_in_experiences slots/training/draw_prioritised
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Walks numbered places - of experiences, or of stretches where whole episodes are drawn - in an order shuffled by the seed, or
-- draws places by priority, and keeps those that hold what is asked for, until the batch is full. So the work depends on the
-- batch and on how many places fit, not on the size of the store. Each lookup stands in a lateral subquery of its own with a
-- limit, so that no plan can read a whole table instead.
create function slots.rl_sample(
  batch_size integer, seed bigint, strategy text default 'uniform', game_id uuid default null, since timestamptz default null,
  policy text default null, n_step integer default 1, gamma double precision default 1, alpha double precision default 0.6,
  beta double precision default 0.4, slice_length integer default 16
)
returns setof slots.sampled_experience
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _is_prioritised constant boolean := rl_sample.strategy = 'prioritised';
  _is_episode constant boolean := rl_sample.strategy = 'episodes';
  _length constant integer := case when rl_sample.strategy = 'slices' then rl_sample.slice_length else 1 end;
  _places bigint;
  _from bigint := 0::bigint;
  _step bigint;
  _drawn bigint[];
  _priorities double precision[];
  _drawn_priorities double precision[];
  _least double precision;
  _ids bigint[];
  _sessions uuid[];
  _indexes bigint[];
  _times timestamptz[];
  _done integer := 0;
  _found integer;
  _problem text;
begin
  perform core.require_service();
  _problem := case
    when rl_sample.batch_size is null or rl_sample.batch_size not between 1 and 10000 then '{"field": "batch_size", "problem": "must be 1 to 10000"}'
    when rl_sample.seed is null then '{"field": "seed", "problem": "is missing"}'
    when coalesce(rl_sample.strategy, '') <> all ('{uniform,prioritised,episodes,slices}') then '{"field": "strategy", "problem": "must be uniform, prioritised, episodes or slices"}'
    when coalesce(rl_sample.n_step, 0) not between 1 and 1000 then '{"field": "n_step", "problem": "must be 1 to 1000"}'
    when not coalesce(rl_sample.gamma between 0 and 1, false) then '{"field": "gamma", "problem": "must be 0 to 1"}'
    when not coalesce(rl_sample.alpha between 0 and 4, false) then '{"field": "alpha", "problem": "must be 0 to 4"}'
    when not coalesce(rl_sample.beta between 0 and 4, false) then '{"field": "beta", "problem": "must be 0 to 4"}'
    when coalesce(rl_sample.slice_length, 0) not between 1 and 10000 then '{"field": "slice_length", "problem": "must be 1 to 10000"}'
  end;
  if _problem is not null then
    perform core.raise('INVALID_INPUT', _problem::jsonb);
  end if;

  if _is_prioritised then
    if not current_setting('transaction_read_only')::boolean then
      perform slots.take_in_experiences(rl_sample.alpha, false);
    end if;
    -- with replacement: where hardly anything fits, it gives up after so many draws for each of the batch
    _places := 200 * rl_sample.batch_size::bigint;
  else
    _places := coalesce((select max(b.block_no) from slots.rl_blocks as b), 0) * case when _is_episode then 1 else 16 end;
  end if;
  while _done < rl_sample.batch_size and _from < _places loop
    -- as many as the batch lacks, times how many places one took so far
    _step := least(
      16 + ceil((rl_sample.batch_size - _done) * greatest(
        case when _is_prioritised then 1 else 1.25 end, least(_from::numeric / greatest(_done, 1), 16)
      ))::bigint,
      _places - _from
    );
    if _is_prioritised then
      select array_agg(d.id order by d.place), array_agg(d.priority order by d.place), min(d.least_priority)
      into _drawn, _drawn_priorities, _least
      from slots.draw_prioritised(rl_sample.alpha, _from, _step, rl_sample.seed) with ordinality as d (id, priority, least_priority, place);
      exit when _drawn is null;
    else
      _drawn := array(
        select slots.shuffled_position(p.place, _places, rl_sample.seed) * case when _is_episode then 16 else 1 end
        from generate_series(_from, _from + _step - 1) as p (place)
        order by p.place
      );
    end if;
    select
      array_agg(d.id order by d.place), array_agg((d.step).session_id order by d.place), array_agg((d.step).event_index order by d.place),
      array_agg((d.step).created_at order by d.place),
      array_agg(d.priority order by d.place), count(*)::integer
    into _ids, _sessions, _indexes, _times, _priorities, _found
    from (
      select d.id, d.priority, d.place, f.step
      from unnest(_drawn, _drawn_priorities) with ordinality as d (id, priority, place)
      cross join lateral (
        select k.session_id, k.first_index, k.created_at
        from slots.rl_blocks as k
        where k.block_no = d.id / 16 + 1 and (not _is_episode or k.first_index = 1)
        limit 1
      ) as b
      cross join lateral (
        select s as step
        from slots.rl_store as s
        where s.session_id = b.session_id
          and s.event_index = b.first_index + d.id % 16
          and s.created_at >= b.created_at
        limit 1
      ) as f
      where (rl_sample.game_id is null or (f.step).game_id = rl_sample.game_id)
        and (rl_sample.policy is null or (f.step).policy = rl_sample.policy)
        and (rl_sample.since is null or (f.step).created_at >= rl_sample.since)
        and (
          _length = 1 or exists (
            select from slots.rl_store as s
            where s.session_id = (f.step).session_id
              and s.event_index = (f.step).event_index + _length - 1
              and s.created_at >= (f.step).created_at
          )
        )
      order by d.place
      limit rl_sample.batch_size - _done
    ) as d;
    return query
      select
        e.obs, e.action, n.reward, l.next_obs, l.terminated, l.truncated or (not l.terminated and n.steps < rl_sample.n_step), e.info,
        coalesce(r.id, (
          select 16 * (k.block_no - 1) + (e.event_index - 1) % 16
          from slots.rl_blocks as k
          where k.session_id = e.session_id and k.first_index = e.event_index - (e.event_index - 1) % 16
        )),
        r.draw::integer + _done, n.steps, power(rl_sample.gamma, n.steps), r.priority,
        -- the least was read with the priorities, so that no weight passes 1 while somebody sets them
        case when _is_prioritised then power(r.priority / _least, -rl_sample.alpha * rl_sample.beta) else 1 end,
        e.game_id, e.policy, e.probability, e.created_at, e._v,
        e.obs_state, e.obs_balance_change, e.obs_pending_bet, e.obs_spins, e.action_type, e.action_amount, e.action_next_amount,
        l.next_obs_state, l.next_obs_balance_change, l.next_obs_pending_bet, l.next_obs_spins
      from (
        select d.draw, d.id, d.session_id, d.event_index, d.created_at, d.priority
        from unnest(_ids, _sessions, _indexes, _times, _priorities) with ordinality as d (id, session_id, event_index, created_at, priority, draw)
        where not _is_episode and _length = 1
        union all
        select d.draw, null, s.session_id, s.event_index, s.created_at, null
        from unnest(_sessions, _indexes, _times) with ordinality as d (session_id, event_index, created_at, draw)
        join slots.rl_store as s
          on s.session_id = d.session_id and s.created_at >= d.created_at
          and s.event_index between d.event_index
          and case when _is_episode then 9223372036854775807 else d.event_index + _length - 1 end
        where _is_episode or _length > 1
      ) as r
      cross join lateral (
        select
          sum(s.reward * power(rl_sample.gamma, s.event_index - r.event_index)) as reward, count(*)::integer as steps,
          (array_agg(s order by s.event_index))[1] as first, (array_agg(s order by s.event_index desc))[1] as last
        from slots.rl_store as s
        where s.session_id = r.session_id and s.created_at >= r.created_at
          and s.event_index between r.event_index and r.event_index + rl_sample.n_step - 1
      ) as n
      cross join lateral slots.to_experience(n.first) as e
      cross join lateral slots.to_experience(n.last) as l
      order by r.draw, e.event_index;
    _from := _from + _step;
    _done := _done + _found;
  end loop;
end
$$;
comment on function slots.rl_sample(integer, bigint, text, uuid, timestamptz, text, integer, double precision, double precision, double precision, integer) is
  'Service: a random batch of 1 to 10000 draws. strategy: uniform (experiences, without replacement: all of them when there are '
  'fewer), prioritised (with replacement, P in proportion to priority^alpha, weights (N P)^-beta over their greatest), episodes '
  '(whole ones) or slices (slice_length steps of one episode). game_id, since and policy are what the drawn experience, or the '
  'first of an episode or slice, has to be of; the fewer are, the longer it takes. With n_step above 1 each row is up to n steps of one episode in '
  'one. The same seed over the same data and priorities gives the same batch in the same order. prioritised takes in up to 20000 '
  'stretches of 16 that came since, unless the transaction is read-only or somebody else is changing the priorities. Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on function slots.rl_sample(integer, bigint, text, uuid, timestamptz, text, integer, double precision, double precision, double precision, integer) from public;
grant execute on function slots.rl_sample(integer, bigint, text, uuid, timestamptz, text, integer, double precision, double precision, double precision, integer) to service_role;
commit;
