-- Deploy gamekeeper:slots/datasets/rl_verify_dataset to pg
-- requires: core/callers/require_operator slots/datasets/find_rl_dataset slots/datasets/rl_datasets slots/datasets/rl_dataset_episodes slots/datasets/rl_digest
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.rl_verify_dataset(dataset text)
returns table (dataset_digest text, computed_digest text, is_intact boolean, first_wrong uuid)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _dataset slots.rl_datasets;
  _digest bytea := ''::bytea;
  _episodes bigint := 0::bigint;
  _episode slots.rl_dataset_episodes;
begin
  perform core.require_operator();
  _dataset := slots.find_rl_dataset(rl_verify_dataset.dataset);
  for _episode in
    select e.* from slots.rl_dataset_episodes as e where e.dataset = _dataset.dataset order by e.session_id
  loop
    _digest := slots.rl_digest(_digest, _episode);
    _episodes := _episodes + 1;
    if _digest <> _episode.digest and rl_verify_dataset.first_wrong is null then
      first_wrong := _episode.session_id;
    end if;
  end loop;
  dataset_digest := _dataset.digest;
  computed_digest := encode(_digest, 'hex');
  is_intact := rl_verify_dataset.computed_digest = _dataset.digest and rl_verify_dataset.first_wrong is null and _episodes = _dataset.episodes;
  return next;
end
$$;
comment on function slots.rl_verify_dataset(text) is
  'For operators: reads every step of a dataset again and says whether they are those that it was made of; if not, the first episode '
  'that differs. Raises: FORBIDDEN, NOT_FOUND. [operator]';
revoke all on function slots.rl_verify_dataset(text) from public;
grant execute on function slots.rl_verify_dataset(text) to authenticated, service_role;
commit;
