-- Deploy gamekeeper:xp/claims/write_award to pg
-- requires: core/keys/uuid_v7 xp/claims/claim_decision xp/claims/xp_awards xp/streaks/xp_streaks xp/streaks/xp_keyed_streaks xp/ledger/apply_ledger xp/policies/xp_rules xp/seasons/seasons_on xp/users/user_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The balance follows by the trigger of the ledger.
create function xp.write_award(
  account xp.xp_users, rule xp.xp_rules, decision xp.claim_decision, correlation_id uuid, actor text, at timestamptz
)
returns xp.xp_awards
language plpgsql
volatile
as $$
declare
  _outcome constant xp.streak_outcome := write_award.decision.outcome;
  _streak_key constant text := (write_award.rule.terms).streak_key;
  _award xp.xp_awards;
begin
  if _streak_key is null then
    update xp.xp_streaks as s
    set current_streak = _outcome.current_streak,
      longest_streak = _outcome.longest_streak,
      grace_used = _outcome.grace_used,
      last_reward_day_id = _outcome.last_reward_day_id,
      model_state = _outcome.model_state,
      updated_at = write_award.at,
      claimed_by = pg_backend_pid()
    where s.user_id = write_award.account.user_id;
  else
    insert into xp.xp_keyed_streaks (
      user_id, streak_key, current_streak, longest_streak, grace_used, last_reward_day_id, model_state, updated_at, claimed_by
    )
    values (
      write_award.account.user_id, _streak_key, _outcome.current_streak, _outcome.longest_streak, _outcome.grace_used,
      _outcome.last_reward_day_id, _outcome.model_state, write_award.at, pg_backend_pid()
    )
    on conflict on constraint xp_keyed_streaks_pkey do update
    set current_streak = excluded.current_streak,
      longest_streak = excluded.longest_streak,
      grace_used = excluded.grace_used,
      last_reward_day_id = excluded.last_reward_day_id,
      model_state = excluded.model_state,
      updated_at = excluded.updated_at,
      claimed_by = excluded.claimed_by;
    update xp.xp_streaks as s
    set updated_at = write_award.at, claimed_by = pg_backend_pid()
    where s.user_id = write_award.account.user_id;
  end if;
  insert into xp.xp_awards (
    user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id, model_state_snapshot, created_at,
    segment_key, longest_streak, grace_used, grace_applied, milestone_hits, next_boundary
  )
  values (
    write_award.account.user_id, coalesce(_streak_key || ':', '') || _outcome.last_reward_day_id, _outcome.xp, _outcome.current_streak,
    write_award.rule.policy_key, write_award.rule.version,
    core.uuid_v7(xp.user_slot(write_award.account.user_id)), _outcome.model_state, write_award.at,
    write_award.account.segment_key, _outcome.longest_streak, _outcome.grace_used, _outcome.grace_applied,
    _outcome.milestone_hits, write_award.decision.next_boundary
  )
  returning * into _award;
  insert into xp.xp_ledger (
    user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, created_at, reward_day_id, actor, side_seasons
  )
  select
    _award.user_id, _award.xp_awarded, 'DAILY_LOGIN', write_award.correlation_id, _award.policy_key, _award.policy_version,
    o.main_id, write_award.at, _award.reward_day_id, write_award.actor, o.side_ids
  from xp.seasons_on(write_award.decision.day) as o;
  return _award;
end
$$;
comment on function xp.write_award(xp.xp_users, xp.xp_rules, xp.claim_decision, uuid, text, timestamptz) is
  'Writes what a claim decided: the streak, the award and its ledger entry, which names the actor where it is not the user. The user''s row of xp.xp_streaks must be locked. [helper]';
revoke all on function xp.write_award(xp.xp_users, xp.xp_rules, xp.claim_decision, uuid, text, timestamptz) from public;
commit;
