-- Deploy gamekeeper:xp/claims/preview_at to pg
-- requires: xp/claims/decide_claim xp/policies/segment_rule xp/claims/last_award xp/streaks/streak_of xp/streaks/left_streak xp/claims/repaired_streak core/errors/raise core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.preview_at(policy_key text, version integer, user_id bigint, days integer, missed_days integer[], at timestamptz)
returns table (
  day_no integer, status text, reward_day_id text, claimed_at timestamptz, xp bigint, streak_day integer, longest_streak integer,
  grace_used integer, grace_applied boolean, multiplier numeric, milestone_hits jsonb, next_boundary timestamptz,
  policy_version integer
)
language plpgsql
stable
parallel safe
as $$
declare
  _account xp.xp_users;
  _rule xp.xp_rules;
  _streak_key text;
  _prior xp.streak_state;
  _last xp.xp_awards;
  _at timestamptz := preview_at.at;
  _decision xp.claim_decision;
begin
  if preview_at.days is null or preview_at.days not between 1 and 366 then
    perform core.raise('INVALID_INPUT', '{"field": "days", "problem": "must be from 1 to 366"}');
  end if;
  if not preview_at.missed_days <@ array(select generate_series(1, preview_at.days)) or cardinality(preview_at.missed_days) > 366 then
    perform core.raise('INVALID_INPUT', '{"field": "missed_days", "problem": "must be numbers of days, from 1 to days"}');
  end if;
  select u.* into _account from xp.xp_users as u where u.user_id = preview_at.user_id;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('userId', preview_at.user_id));
  end if;
  select r.* into _rule from xp.xp_rules as r where r.policy_key = preview_at.policy_key and r.version = preview_at.version;
  if not found then
    perform core.raise_unknown_definition(jsonb_build_object('policyKey', preview_at.policy_key, 'version', preview_at.version));
  end if;
  _rule := xp.segment_rule(_rule, _account.segment_key);
  _streak_key := (_rule.terms).streak_key;
  _prior := xp.repaired_streak(_account, _streak_key, xp.streak_of(_account.user_id, _streak_key));
  _last := xp.last_award(_account.user_id, _streak_key);

  for _day_no in 1..preview_at.days loop
    _decision := xp.decide_claim(_account, _rule, _prior, _last, _at);
    -- Inside the cooldown the user comes back when it is over, if the day lasts that long.
    if _decision.verdict = 'COOLDOWN' and _decision.ready_at < _decision.next_boundary then
      _at := _decision.ready_at;
      _decision := xp.decide_claim(_account, _rule, _prior, _last, _at);
    end if;
    if _day_no = any (preview_at.missed_days) and _decision.verdict = 'NEW' then
      _decision.verdict := 'MISSED';
    end if;
    if _decision.verdict = 'NEW' then
      _prior := xp.left_streak(_decision.outcome);
      _last.reward_day_id := coalesce(_streak_key || ':', '') || _prior.last_reward_day_id;
      _last.next_boundary := _decision.next_boundary;
      _last.created_at := _at;
      _last.policy_key := _rule.policy_key;
      _last.policy_version := _rule.version;
      return query select
        _day_no, _decision.verdict, _last.reward_day_id, _at, (_decision.outcome).xp, _prior.current_streak, _prior.longest_streak,
        _prior.grace_used, (_decision.outcome).grace_applied, (_decision.outcome).multiplier,
        (_decision.outcome).milestone_hits, _decision.next_boundary, _rule.version;
    else
      return query select
        _day_no, _decision.verdict, coalesce(_streak_key || ':', '') || xp.day_id(_decision.day), null::timestamptz, 0::bigint, _prior.current_streak,
        _prior.longest_streak, _prior.grace_used, false, null::numeric, '[]'::jsonb, _decision.next_boundary, _rule.version;
    end if;
    _at := _decision.next_boundary;
  end loop;
end
$$;
comment on function xp.preview_at(text, integer, bigint, integer, integer[], timestamptz) is
  'xp.preview from a given instant; for the owner only. Raises: INVALID_INPUT, NOT_FOUND. [helper]';
revoke all on function xp.preview_at(text, integer, bigint, integer, integer[], timestamptz) from public;
commit;
