-- Deploy gamekeeper:xp/policies/segment_rule to pg
-- requires: xp/policies/xp_rules xp/policies/array_items
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.segment_rule(rule xp.xp_rules, segment_key text)
returns xp.xp_rules
language plpgsql
stable
parallel safe
as $$
declare
  _version integer;
  _rule xp.xp_rules;
begin
  select (o.item ->> 'version')::integer
  into _version
  from xp.array_items(segment_rule.rule.definition -> 'segmentOverrides') as o
  where o.item ->> 'segmentKey' = segment_rule.segment_key;
  if not found then
    return segment_rule.rule;
  end if;
  select r.* into strict _rule
  from xp.xp_rules as r
  where r.policy_key = segment_rule.rule.policy_key and r.version = _version;
  return _rule;
end
$$;
comment on function xp.segment_rule(xp.xp_rules, text) is
  'The version that a policy version''s segmentOverrides name for the segment, else the version itself. Overrides of an override are not followed. [helper]';
revoke all on function xp.segment_rule(xp.xp_rules, text) from public;
commit;
