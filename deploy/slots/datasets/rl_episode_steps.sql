-- Deploy gamekeeper:slots/datasets/rl_episode_steps to pg
-- requires: slots/learning/rl_store slots/learning/experience slots/learning/to_experience slots/datasets/rl_dataset_episodes
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.rl_episode_steps(episode slots.rl_dataset_episodes, after bigint, most bigint)
returns setof slots.experience
language plpgsql
stable
as $$
begin
  return query
    select e.*
    from (
      select s as step, s.event_index
      from slots.rl_store as s
      where s.session_id = rl_episode_steps.episode.session_id
        and s.event_index > rl_episode_steps.after
        and s.event_index <= rl_episode_steps.episode.last_index
        and s.created_at between rl_episode_steps.episode.began_at and rl_episode_steps.episode.ended_at
      order by s.event_index
      limit rl_episode_steps.most
    ) as r
    cross join lateral slots.to_experience(r.step, r.event_index = rl_episode_steps.episode.last_index) as e
    order by r.event_index;
end
$$;
comment on function slots.rl_episode_steps(slots.rl_dataset_episodes, bigint, bigint) is
  'The steps of an episode of a dataset after the given one, in order, at most so many: its last is truncated unless it '
  'ends the episode. [helper]';
revoke all on function slots.rl_episode_steps(slots.rl_dataset_episodes, bigint, bigint) from public;
commit;
