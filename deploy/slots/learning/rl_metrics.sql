-- Deploy gamekeeper:slots/learning/rl_metrics to pg
-- requires: core/errors/raise slots/sessions/sessions slots/learning/rl_store slots/sessions/find_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.rl_metrics(session_id uuid, last_n integer default null)
returns table (mean_reward double precision, episode_length bigint, reward_variance double precision)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _session slots.sessions := slots.find_session(rl_metrics.session_id);
begin
  if rl_metrics.last_n < 1 then
    perform core.raise('INVALID_INPUT', '{"field": "last_n", "problem": "must be 1 or more"}');
  end if;
  return query
    with last as (
      select r.reward, r.done, row_number() over (order by r.event_index) as step
      from slots.rl_store as r
      where r.session_id = _session.session_id
        and r.event_index > _session.event_count - coalesce(rl_metrics.last_n, _session.event_count)
    )
    select avg(l.reward), coalesce(min(l.step) filter (where l.done), count(*)), var_samp(l.reward)
    from last as l;
end
$$;
comment on function slots.rl_metrics(uuid, integer) is
  'Owner or service: over the session''s last n experiences (null: all of them) the mean reward, the episode length '
  '(steps to the first done; all of them while there is none) and the sample variance of the reward (null under '
  'two). Raises: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT. [client]';
revoke all on function slots.rl_metrics(uuid, integer) from public;
grant execute on function slots.rl_metrics(uuid, integer) to authenticated, service_role;
commit;
