-- Deploy gamekeeper:xp/claims/claim_at to pg
-- requires: xp/claims/decide_claim xp/policies/active_rule xp/users/account_day xp/users/require_account xp/claims/claim_receipt xp/claims/last_award xp/claims/repeated_award xp/claims/limit_claims xp/claims/write_award xp/streaks/lock_streak xp/streaks/prior_streak xp/streaks/streak_of xp/claims/repaired_streak xp/ledger/open_account xp/ledger/xp_level_ups core/keys/wall_clock core/shards/enter core/keys/slot_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- All claims of a user wait for each other at the streak's row; then they read everything anew, and the clock: a
-- transaction that was begun yesterday claims today. A call that is sent again waits for nothing and writes no WAL.
-- Award, ledger entry, balance and streak are one transaction; the award's primary key would refuse a second one of the day.
create function xp.claim_at(
  external_user_id text, policy_key text, correlation_id uuid, at timestamptz default null, actor text default null
)
returns xp.claim_receipt
language plpgsql
volatile
as $$
declare
  _streak xp.xp_streaks;
  _at timestamptz;
  _account xp.xp_users;
  _rule xp.xp_rules;
  _streak_key text;
  _prior xp.streak_state;
  _award xp.xp_awards;
  _last xp.xp_awards;
  _decision xp.claim_decision;
  _is_new boolean := false;
begin
  if claim_at.policy_key is null or claim_at.correlation_id is null then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', case when claim_at.policy_key is null then 'policy_key' else 'correlation_id' end, 'problem', 'is missing'
    ));
  end if;
  perform core.enter(core.slot_of(claim_at.external_user_id));
  _account := xp.require_account(claim_at.external_user_id);
  _award := xp.repeated_award(_account.user_id, claim_at.policy_key, claim_at.correlation_id);
  if _award.award_id is null then
    _streak := xp.lock_streak(_account.user_id);
    _account := xp.require_account(claim_at.external_user_id);
    _award := xp.repeated_award(_account.user_id, claim_at.policy_key, claim_at.correlation_id);
  end if;
  _at := coalesce(claim_at.at, greatest(core.wall_clock(), _streak.updated_at));
  _rule := xp.active_rule(claim_at.policy_key, _account.segment_key, by_service => claim_at.actor is not null);

  if _award.award_id is not null then
    -- A receipt survives its policy's retirement.
    if _rule.version is null then
      select r.* into strict _rule
      from xp.xp_rules as r
      where r.policy_key = _award.policy_key and r.version = _award.policy_version;
    end if;
    _decision.next_boundary := (xp.account_day(_account, _rule.definition, _at)).next_boundary;
  elsif _rule.version is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('policyKey', claim_at.policy_key));
  else
    _streak_key := _rule.definition ->> 'streakKey';
    _last := xp.last_award(_account.user_id, _streak_key);
    _prior := case when _streak_key is null then xp.prior_streak(_streak) else xp.streak_of(_account.user_id, _streak_key) end;
    _decision := xp.decide_claim(_account, _rule, xp.repaired_streak(_account, _streak_key, _prior), _last, _at);
    case _decision.verdict
      when 'NEW' then
        _is_new := true;
        _award := xp.write_award(_account, _rule, _decision, claim_at.correlation_id, claim_at.actor, _at);
      when 'ALREADY_CLAIMED', 'COOLDOWN' then
        _award := _last;
        insert into xp.xp_claim_keys (user_id, correlation_id, policy_key, reward_day_id, called_at)
        values (_account.user_id, claim_at.correlation_id, claim_at.policy_key, _award.reward_day_id, _at);
      else
        perform core.raise(_decision.verdict, jsonb_build_object(
          'rewardDayId', xp.day_id(_decision.day), 'nextBoundary', _decision.next_boundary
        ));
    end case;
  end if;

  if claim_at.actor is null then
    perform xp.limit_claims(_award, _is_new, _at);
  end if;
  return row(
    case when _is_new then 'NEW' else 'ALREADY_CLAIMED' end,
    _award.receipt_id, _award.xp_awarded, _award.streak_day, _award.longest_streak, _award.grace_used,
    _award.milestone_hits, _decision.next_boundary, _award.policy_version, _award.policy_key, _award.reward_day_id,
    (select max(u.level) from xp.xp_level_ups as u where u.user_id = _award.user_id and u.reward_day_id = _award.reward_day_id)
  )::xp.claim_receipt;
end
$$;
comment on function xp.claim_at(text, text, uuid, timestamptz, text) is
  'xp.claim for a user of the platform, at a given instant or (null) now, by the user or by an actor for them. Raises: INVALID_INPUT, NOT_REGISTERED, NOT_FOUND, RATE_LIMIT, IDEMPOTENCY_CONFLICT, CLAIM_WINDOW_CLOSED, NO_XP. [helper]';
revoke all on function xp.claim_at(text, text, uuid, timestamptz, text) from public;
commit;
