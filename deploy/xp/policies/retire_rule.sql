-- Deploy gamekeeper:xp/policies/retire_rule to pg
-- requires: xp/policies/xp_rules xp/policies/guard_rule core/callers/require_operator core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.retire_rule(policy_key text)
returns xp.xp_rules
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _rule xp.xp_rules;
begin
  perform core.require_operator();
  update xp.xp_rules as r
  set is_active = false
  where r.policy_key = retire_rule.policy_key and r.is_active
  returning r.* into _rule;
  if not found then
    select r.* into _rule
    from xp.xp_rules as r
    where r.policy_key = retire_rule.policy_key and r.activated_at is not null
    order by r.updated_at desc, r.version desc
    limit 1;
  end if;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('policyKey', retire_rule.policy_key));
  end if;
  return _rule;
end
$$;
comment on function xp.retire_rule(text) is
  'For operators: leaves the policy without an active version; claims under it find nothing until one is activated. '
  'Where none is active any more, it answers with the one that was. Raises: FORBIDDEN, NOT_FOUND. [operator] [repeat: natural]';
revoke all on function xp.retire_rule(text) from public;
grant execute on function xp.retire_rule(text) to authenticated, service_role;
commit;
