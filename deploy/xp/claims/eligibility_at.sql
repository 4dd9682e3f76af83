-- Deploy gamekeeper:xp/claims/eligibility_at to pg
-- requires: xp/claims/claim_eligibility xp/claims/decide_claim xp/policies/require_active_rule xp/users/require_account xp/claims/last_award xp/streaks/streak_of xp/seasons/xp_seasons
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.eligibility_at(external_user_id text, policy_key text, at timestamptz)
returns xp.claim_eligibility
language plpgsql
stable
parallel safe
as $$
declare
  _account constant xp.xp_users := xp.require_account(eligibility_at.external_user_id);
  _rule constant xp.xp_rules := xp.require_active_rule(eligibility_at.policy_key, _account.segment_key);
  _prior xp.streak_state;
  _last xp.xp_awards;
  _decision xp.claim_decision;
  _eligible boolean;
  _streak integer;
  _claimed jsonb;
  _milestone integer;
begin
  _prior := xp.streak_of(_account.user_id);
  _last := xp.last_award(_account.user_id);
  _decision := xp.decide_claim(_account, _rule, _prior, _last.reward_day_id, _last.created_at, eligibility_at.at);
  _eligible := _decision.verdict = 'NEW';
  _streak := case when _eligible then (_decision.outcome).current_streak else _prior.current_streak end;
  _claimed := case when _eligible then (_decision.outcome).model_state else _prior.model_state end -> 'claimedMilestones';
  if _rule.definition #>> '{streakModel,type}' = 'MilestoneMetaReward' then
    select min((m.item ->> 'day')::integer) - _streak
    into _milestone
    from xp.array_items(_rule.definition #> '{streakModel,parameters,milestones}') as m
    where (m.item ->> 'day')::integer > _streak and not coalesce(_claimed @> (m.item -> 'day'), false);
  end if;
  return row(
    _eligible, case when not _eligible then _decision.verdict end, xp.day_id(_decision.day),
    case when _eligible then (_decision.outcome).xp else 0 end, _streak, _decision.next_boundary,
    _milestone,
    (select s.ends_on - _decision.day from xp.xp_seasons as s where _decision.day between s.starts_on and s.ends_on),
    _rule.version, _rule.policy_key, _decision.ready_at
  )::xp.claim_eligibility;
end
$$;
comment on function xp.eligibility_at(text, text, timestamptz) is
  'xp.eligibility for a user of the platform at a given instant; for the owner only. Raises: NOT_REGISTERED, NOT_FOUND. [helper]';
revoke all on function xp.eligibility_at(text, text, timestamptz) from public;
commit;
