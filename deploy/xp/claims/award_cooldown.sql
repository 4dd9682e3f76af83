-- Deploy gamekeeper:xp/claims/award_cooldown to pg
-- requires: xp/claims/xp_awards xp/policies/xp_rules
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Where a new version begins the day elsewhere, the present instant may be in another day than a minute ago.
create function xp.award_cooldown(rule xp.xp_rules, last_award xp.xp_awards)
returns interval
language plpgsql
stable
parallel safe
as $$
declare
  _when_moved constant interval := interval '1 hour';
  _cooldown interval := (award_cooldown.rule.terms).cooldown;
begin
  if _cooldown < _when_moved and (award_cooldown.last_award.policy_key, award_cooldown.last_award.policy_version)
    is distinct from (award_cooldown.rule.policy_key, award_cooldown.rule.version)
  then
    perform from xp.xp_rules as r
    where r.policy_key = award_cooldown.last_award.policy_key and r.version = award_cooldown.last_award.policy_version
      and ((r.terms).anchor, (r.terms).starts_at)
        is distinct from ((award_cooldown.rule.terms).anchor, (award_cooldown.rule.terms).starts_at);
    if found then
      _cooldown := _when_moved;
    end if;
  end if;
  return _cooldown;
end
$$;
comment on function xp.award_cooldown(xp.xp_rules, xp.xp_awards) is
  'How long after the last award the next one under a policy version is: minCooldownHours, and an hour at least where the '
  'day began at another time or in another zone for the last award. docs/xp.md, "Reward days". [helper]';
revoke all on function xp.award_cooldown(xp.xp_rules, xp.xp_awards) from public;
commit;
