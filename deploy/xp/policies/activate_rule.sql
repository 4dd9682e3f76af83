-- Deploy gamekeeper:xp/policies/activate_rule to pg
-- requires: xp/policies/xp_rules xp/policies/guard_rule core/callers/require_operator core/errors/raise core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.activate_rule(policy_key text, version integer)
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
  lock table xp.xp_rules in share row exclusive mode;
  select r.* into _rule
  from xp.xp_rules as r
  where r.policy_key = activate_rule.policy_key and r.version = activate_rule.version;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('policyKey', activate_rule.policy_key, 'version', activate_rule.version));
  end if;
  if not _rule.is_active then
    update xp.xp_rules as r set is_active = false where r.policy_key = _rule.policy_key and r.is_active;
    -- What users of a segment claim under from now on is as immutable as the version itself.
    update xp.xp_rules as r
    set activated_at = core.now_utc()
    from xp.array_items(_rule.definition -> 'segmentOverrides') as o
    where r.policy_key = _rule.policy_key and r.version = (o.item ->> 'version')::integer and r.activated_at is null;
    update xp.xp_rules as r
    set is_active = true, activated_at = coalesce(r.activated_at, core.now_utc())
    where r.policy_key = _rule.policy_key and r.version = _rule.version
    returning r.* into _rule;
  end if;
  return _rule;
end
$$;
comment on function xp.activate_rule(text, integer) is
  'For operators: makes a version the active one of its key, at once and for all users; it and the versions its '
  'segmentOverrides name are immutable from now on. An earlier version can be activated again. Raises: FORBIDDEN, '
  'NOT_FOUND, INVALID_INPUT (a version that it names has been deleted). [operator] [repeat: natural]';
revoke all on function xp.activate_rule(text, integer) from public;
grant execute on function xp.activate_rule(text, integer) to authenticated, service_role;
commit;
