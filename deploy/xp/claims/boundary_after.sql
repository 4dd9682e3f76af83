-- Deploy gamekeeper:xp/claims/boundary_after to pg
-- requires: xp/claims/xp_awards xp/policies/xp_rules xp/users/account_day
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Within the award's own reward day, as long as neither the policy nor the zone has changed, the award knows its end. A receipt
-- survives its policy's retirement.
create function xp.boundary_after(account xp.xp_users, rule xp.xp_rules, award xp.xp_awards, at timestamptz)
returns timestamptz
language plpgsql
stable
parallel safe
as $$
declare
  _terms xp.policy_terms;
begin
  if boundary_after.at >= boundary_after.award.created_at and boundary_after.at < boundary_after.award.next_boundary
    and boundary_after.award.policy_key = boundary_after.rule.policy_key and boundary_after.award.policy_version = boundary_after.rule.version
    and coalesce(boundary_after.account.tz_changed_at < boundary_after.award.created_at, true)
    and (boundary_after.rule.terms).anchor <> 'SERVER_LOCAL'
  then
    return boundary_after.award.next_boundary;
  end if;
  _terms := boundary_after.rule.terms;
  if boundary_after.rule.version is null then
    select (r.terms).* into strict _terms
    from xp.xp_rules as r
    where r.policy_key = boundary_after.award.policy_key and r.version = boundary_after.award.policy_version;
  end if;
  return (xp.account_day(boundary_after.account, _terms, boundary_after.at)).next_boundary;
end
$$;
comment on function xp.boundary_after(xp.xp_users, xp.xp_rules, xp.xp_awards, timestamptz) is
  'End of the reward day of an instant for an account that has the award, under a policy version (null: that of the award). [helper]';
revoke all on function xp.boundary_after(xp.xp_users, xp.xp_rules, xp.xp_awards, timestamptz) from public;
commit;
