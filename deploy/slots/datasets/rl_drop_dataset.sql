-- Deploy gamekeeper:slots/datasets/rl_drop_dataset to pg
-- requires: core/errors/raise core/keys/wall_clock core/callers/require_operator core/callers/user_id slots/datasets/rl_datasets slots/datasets/rl_dropped_datasets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Two who drop it at once wait for each other at the key.
create function slots.rl_drop_dataset(dataset text)
returns slots.rl_dropped_datasets
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _dropped slots.rl_dropped_datasets;
begin
  perform core.require_operator();
  if not exists (select from slots.rl_datasets as d where d.dataset = rl_drop_dataset.dataset) then
    perform core.raise('NOT_FOUND', jsonb_build_object('dataset', left(rl_drop_dataset.dataset, 100)));
  end if;
  insert into slots.rl_dropped_datasets (dataset, dropped_at, dropped_by)
  values (rl_drop_dataset.dataset, core.wall_clock(), core.user_id())
  on conflict on constraint rl_dropped_datasets_pkey do nothing;
  select * into strict _dropped from slots.rl_dropped_datasets as d where d.dataset = rl_drop_dataset.dataset;
  return _dropped;
end
$$;
comment on function slots.rl_drop_dataset(text) is
  'For operators: gives a dataset up, so that it is neither listed nor exported nor evaluated, and retention keeps no experiences for it. '
  'Its digest, its list of episodes and its name stay taken: the next version has another number. Raises: FORBIDDEN, NOT_FOUND. [operator] [repeat: natural]';
revoke all on function slots.rl_drop_dataset(text) from public;
grant execute on function slots.rl_drop_dataset(text) to authenticated, service_role;
commit;
