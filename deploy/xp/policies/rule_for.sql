-- Deploy gamekeeper:xp/policies/rule_for to pg
-- requires: xp/policies/segment_rule
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.rule_for(rule xp.xp_rules, segment_key text, by_service boolean)
returns xp.xp_rules
language plpgsql
stable
parallel safe
as $$
declare
  _rule xp.xp_rules := rule_for.rule;
  _audience jsonb;
begin
  if _rule.version is not null and rule_for.segment_key is not null then
    _rule := xp.segment_rule(_rule, rule_for.segment_key);
  end if;
  _audience := _rule.definition -> 'audience';
  if _audience = '"service"' and not rule_for.by_service
    or _audience ->> 'segmentKey' is distinct from rule_for.segment_key and _audience ? 'segmentKey'
  then
    return null;
  end if;
  return _rule;
end
$$;
comment on function xp.rule_for(xp.xp_rules, text, boolean) is
  'The version that the active version of a policy means for a user of the segment; null where its audience is not the user, or not whoever asks for them. Without a segment and an audience it is the version itself. [helper]';
revoke all on function xp.rule_for(xp.xp_rules, text, boolean) from public;
commit;
