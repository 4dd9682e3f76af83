-- Deploy gamekeeper:slots/datasets/find_rl_policy to pg
-- requires: core/errors/raise slots/datasets/rl_policies
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.find_rl_policy(policy text)
returns slots.rl_policies
language plpgsql
stable
as $$
declare
  _policy slots.rl_policies;
begin
  select * into _policy
  from slots.rl_policies as p
  where p.policy = find_rl_policy.policy or p.name = find_rl_policy.policy
  order by p.version desc
  limit 1;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('policy', left(find_rl_policy.policy, 100)));
  end if;
  return _policy;
end
$$;
comment on function slots.find_rl_policy(text) is 'A policy by its name and version, or the newest version by its name alone. Raises: NOT_FOUND. [helper]';
revoke all on function slots.find_rl_policy(text) from public;
commit;
