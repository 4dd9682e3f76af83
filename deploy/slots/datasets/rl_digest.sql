-- Deploy gamekeeper:slots/datasets/rl_digest to pg
-- requires: slots/learning/rl_store slots/datasets/rl_dataset_episodes
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Numbers are written as the shortest text that reads as the same number, whatever the caller set.
create function slots.rl_digest(digest bytea, episode slots.rl_dataset_episodes)
returns bytea
language plpgsql
stable
set extra_float_digits = 1
as $$
declare
  _digest bytea := rl_digest.digest;
  _line text;
begin
  for _line in
    select jsonb_build_array(
      s.session_id, s.event_index, s.game_id, s.policy, s.probability, (extract(epoch from s.created_at) * 1000000)::bigint, s._v,
      s.state, s.action, s.reward, s.next_state, s.done and s.truncated is not true,
      s.truncated is true or (not s.done and s.event_index = rl_digest.episode.last_index), s.balance
    )::text
    from slots.rl_store as s
    where s.session_id = rl_digest.episode.session_id
      and s.event_index <= rl_digest.episode.last_index
      and s.created_at between rl_digest.episode.began_at and rl_digest.episode.ended_at
    order by s.event_index
  loop
    _digest := sha256(_digest || convert_to(_line, 'UTF8'));
  end loop;
  return _digest;
end
$$;
comment on function slots.rl_digest(bytea, slots.rl_dataset_episodes) is
  'Chains the steps of an episode of a dataset to a digest, which is empty before the first: SHA-256 of the digest so far and '
  'of the step as an array of JSON, as jsonb writes it. [helper]';
revoke all on function slots.rl_digest(bytea, slots.rl_dataset_episodes) from public;
commit;
