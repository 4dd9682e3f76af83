-- Deploy gamekeeper:xp/claims/eligibility_at to pg
-- requires: xp/claims/claim_eligibility xp/claims/decide_claim xp/policies/require_active_rule xp/users/require_account xp/claims/last_award xp/streaks/streak_of xp/claims/repaired_streak xp/seasons/season_before
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
  _streak_key constant text := (_rule.terms).streak_key;
  _prior xp.streak_state;
  _last xp.xp_awards;
  _decision xp.claim_decision;
  _eligible boolean;
  _next xp.claim_decision;
  _at timestamptz := eligibility_at.at;
  _streak integer;
  _claimed jsonb;
  _milestone integer;
  _season xp.xp_seasons;
begin
  _prior := xp.repaired_streak(_account, _streak_key, xp.streak_of(_account.user_id, _streak_key));
  _last := xp.last_award(_account.user_id, _streak_key);
  _decision := xp.decide_claim(_account, _rule, _prior, _last, eligibility_at.at);
  _eligible := _decision.verdict = 'NEW';
  -- The next claim that can be: when today's is done, when it is cool, when a window opens; a day worth nothing is passed over.
  _next := _decision;
  for _step in 1..4 loop
    exit when _next.verdict = 'NEW';
    _at := case when _next.verdict = 'NO_XP' then _next.next_boundary else _next.ready_at end;
    _next := xp.decide_claim(_account, _rule, _prior, _last, _at);
  end loop;
  _streak := (_next.outcome).current_streak;
  _claimed := (_next.outcome).model_state -> 'claimedMilestones';
  if _decision.verdict = 'ALREADY_CLAIMED' and (
    _next.day - xp.day_of(_prior.last_reward_day_id) = 1 or (_next.outcome).grace_applied or _streak > _prior.current_streak
  ) then
    _streak := _prior.current_streak;
    _claimed := _prior.model_state -> 'claimedMilestones';
  end if;
  if (_rule.terms).milestones is not null then
    select min((m.item ->> 'day')::integer) - _streak
    into _milestone
    from xp.array_items((_rule.terms).milestones) as m
    where (m.item ->> 'day')::integer > _streak and not coalesce(_claimed @> (m.item -> 'day'), false);
  end if;
  _season := xp.season_before(_decision.day, (_rule.terms).season_kind);
  return row(
    _eligible, case when not _eligible then _decision.verdict end, coalesce(_streak_key || ':', '') || xp.day_id(_decision.day),
    case when _eligible then (_decision.outcome).xp else 0 end, _streak, _decision.next_boundary,
    _milestone,
    case when _season.ends_on >= _decision.day then _season.ends_on - _decision.day end,
    _rule.version, _rule.policy_key, _decision.ready_at
  )::xp.claim_eligibility;
end
$$;
comment on function xp.eligibility_at(text, text, timestamptz) is
  'xp.eligibility for a user of the platform at a given instant; for the owner only. Raises: NOT_REGISTERED, NOT_FOUND. [helper]';
revoke all on function xp.eligibility_at(text, text, timestamptz) from public;
commit;
