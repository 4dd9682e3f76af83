-- Deploy gamekeeper:slots/datasets/rl_export_dataset to pg
-- requires: core/errors/check_page_size core/callers/require_operator slots/learning/experience slots/learning/parse_rl_cursor slots/datasets/find_rl_dataset slots/datasets/rl_dataset_episodes slots/datasets/rl_episode_steps
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- An episode after the other, so that a page costs what it holds and the pages before it nothing.
create function slots.rl_export_dataset(dataset text, after jsonb default null, page_size integer default 1000)
returns setof slots.experience
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _dataset slots.rl_datasets;
  _left bigint := core.check_page_size(rl_export_dataset.page_size)::bigint;
  _after record;
  _episode slots.rl_dataset_episodes;
  _found bigint;
begin
  perform core.require_operator();
  _dataset := slots.find_rl_dataset(rl_export_dataset.dataset);
  select * into _after from slots.parse_rl_cursor(rl_export_dataset.after);
  for _episode in
    select e.*
    from slots.rl_dataset_episodes as e
    where e.dataset = _dataset.dataset and e.session_id >= _after.session_id
    order by e.session_id
  loop
    return query
      select s.*
      from slots.rl_episode_steps(_episode, case when _episode.session_id = _after.session_id then _after.event_index else 0 end, _left) as s;
    get diagnostics _found = row_count;
    _left := _left - _found;
    exit when _left = 0;
  end loop;
end
$$;
comment on function slots.rl_export_dataset(text, jsonb, integer) is
  'For operators: a page of a dataset''s experiences, by session and step, the same whenever it is asked for. after is the info of the '
  'last row of the page before; null for the first page. Raises: FORBIDDEN, NOT_FOUND, INVALID_INPUT. [operator]';
revoke all on function slots.rl_export_dataset(text, jsonb, integer) from public;
grant execute on function slots.rl_export_dataset(text, jsonb, integer) to authenticated, service_role;
commit;
