-- Deploy gamekeeper:xp/policies/require_active_rule to pg
-- requires: xp/policies/active_rule core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.require_active_rule(policy_key text, segment_key text)
returns xp.xp_rules
language plpgsql
stable
parallel safe
as $$
declare
  _rule constant xp.xp_rules := xp.active_rule(
    require_active_rule.policy_key, require_active_rule.segment_key, by_service => false
  );
begin
  if _rule.version is null then
    perform core.raise_unknown_definition(jsonb_build_object('policyKey', require_active_rule.policy_key));
  end if;
  return _rule;
end
$$;
comment on function xp.require_active_rule(text, text) is
  'The version of a policy that a user of the segment claims under. Raises: NOT_FOUND for a key that does not exist, has no active version, or is not for them. [helper]';
revoke all on function xp.require_active_rule(text, text) from public;
commit;
