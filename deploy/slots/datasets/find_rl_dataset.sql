-- Deploy gamekeeper:slots/datasets/find_rl_dataset to pg
-- requires: core/errors/raise slots/datasets/rl_datasets slots/datasets/rl_dropped_datasets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.find_rl_dataset(dataset text)
returns slots.rl_datasets
language plpgsql
stable
as $$
declare
  _dataset slots.rl_datasets;
begin
  select * into _dataset
  from slots.rl_datasets as d
  where d.dataset = find_rl_dataset.dataset
    and not exists (select from slots.rl_dropped_datasets as o where o.dataset = d.dataset);
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('dataset', left(find_rl_dataset.dataset, 100)));
  end if;
  return _dataset;
end
$$;
comment on function slots.find_rl_dataset(text) is 'A dataset by its name and version; one that was dropped is not found. Raises: NOT_FOUND. [helper]';
revoke all on function slots.find_rl_dataset(text) from public;
commit;
