-- Deploy gamekeeper:slots/datasets/list_rl_datasets to pg
-- requires: core/errors/check_page_size core/callers/require_operator slots/datasets/rl_datasets slots/datasets/rl_dropped_datasets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.list_rl_datasets(after text default null, page_size integer default 100)
returns setof slots.rl_datasets
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_operator();
  return query
    select d.*
    from slots.rl_datasets as d
    where (list_rl_datasets.after is null or d.dataset > list_rl_datasets.after)
      and not exists (select from slots.rl_dropped_datasets as o where o.dataset = d.dataset)
    order by d.dataset
    limit core.check_page_size(list_rl_datasets.page_size);
end
$$;
comment on function slots.list_rl_datasets(text, integer) is
  'For operators: a page of the datasets that were not dropped, by name. after is the dataset of the last row of the page before; null for the first page. '
  'Raises: FORBIDDEN, INVALID_INPUT. [operator]';
revoke all on function slots.list_rl_datasets(text, integer) from public;
grant execute on function slots.list_rl_datasets(text, integer) to authenticated, service_role;
commit;
