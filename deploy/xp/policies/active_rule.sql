-- Deploy gamekeeper:xp/policies/active_rule to pg
-- requires: xp/policies/segment_rule
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
  _audience jsonb;
begin
  select r.* into _rule
  from xp.xp_rules as r
  where r.policy_key = active_rule.policy_key and r.is_active;
  if found and active_rule.segment_key is not null then
    _rule := xp.segment_rule(_rule, active_rule.segment_key);
  end if;
  _audience := _rule.definition -> 'audience';
  if _audience = '"service"' and not active_rule.by_service
    or _audience ->> 'segmentKey' is distinct from active_rule.segment_key and _audience ? 'segmentKey'
  then
    return null;
  end if;
  return _rule;
end
$$;
comment on function xp.active_rule(text, text, boolean) is
  'The version of a policy that a user of the segment claims under; null when the key has no active version, or one whose audience the user, or whoever asks for them, is not. [helper]';
revoke all on function xp.active_rule(text, text, boolean) from public;
commit;
