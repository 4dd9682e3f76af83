-- Deploy gamekeeper:slots/datasets/list_rl_policies to pg
-- requires: core/errors/check_page_size core/callers/require_operator slots/datasets/rl_policies
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.list_rl_policies(after text default null, page_size integer default 100)
returns setof slots.rl_policies
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_operator();
  return query
    select p.*
    from slots.rl_policies as p
    where list_rl_policies.after is null or p.policy > list_rl_policies.after
    order by p.policy
    limit core.check_page_size(list_rl_policies.page_size);
end
$$;
comment on function slots.list_rl_policies(text, integer) is
  'For operators: a page of the policies, by name and version. after is the policy of the last row of the page before; null for the first page. '
  'Raises: FORBIDDEN, INVALID_INPUT. [operator]';
revoke all on function slots.list_rl_policies(text, integer) from public;
grant execute on function slots.list_rl_policies(text, integer) to authenticated, service_role;
commit;
