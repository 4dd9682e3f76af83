-- Deploy gamekeeper:xp/policies/active_rule to pg
-- requires: xp/policies/rule_for
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.active_rule(policy_key text, segment_key text, by_service boolean)
returns xp.xp_rules
language plpgsql
stable
parallel safe
as $$
declare
  _rule xp.xp_rules;
begin
  select r.* into _rule
  from xp.xp_rules as r
  where r.policy_key = active_rule.policy_key and r.is_active;
  return xp.rule_for(_rule, active_rule.segment_key, active_rule.by_service);
end
$$;
comment on function xp.active_rule(text, text, boolean) is
  'The version of a policy that a user of the segment claims under; null when the key has no active version, or one whose audience the user, or whoever asks for them, is not. [helper]';
revoke all on function xp.active_rule(text, text, boolean) from public;
commit;
