-- Deploy gamekeeper:core/people/check_merge to pg
-- requires: core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.check_merge(from_id uuid, into_id uuid)
returns void
language plpgsql
stable
as $$
begin
  if check_merge.from_id is null or check_merge.into_id is null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', case when check_merge.from_id is null then 'from_id' else 'into_id' end, 'problem', 'is missing'));
  elsif check_merge.from_id = check_merge.into_id then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'into_id', 'problem', 'is the same account'));
  end if;
end
$$;
comment on function core.check_merge(uuid, uuid) is 'Passes two ids of which one can become the other. Raises: INVALID_INPUT. [helper]';
revoke all on function core.check_merge(uuid, uuid) from public;
commit;
