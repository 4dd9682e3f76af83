-- Deploy gamekeeper:xp/claims/claim_at to pg
-- requires: xp/claims/decide xp/policies/segment_rule xp/users/account_day xp/claims/claim_receipt xp/claims/xp_awards xp/ledger/xp_ledger xp/ledger/apply_ledger xp/ledger/open_account xp/claims/xp_claim_calls
begin;
set local role gamekeeper;
-- Not granted to clients: the instant is an argument. Award, ledger row, balance (by the ledger's trigger)
-- and streak are one transaction. Concurrent claims of a user meet at the streak's row: who comes second
-- finds it changed, looks again and finds the award. The award's primary key would refuse a second one.
-- A call that finds the award written locks nothing and writes no WAL.
create function xp.claim_at(external_user_id text, policy_key text, correlation_id uuid, at timestamptz)
returns xp.claim_receipt
language plpgsql
volatile
as $$
declare
  _found record;
  _account xp.xp_users;
  _rule xp.xp_rules;
  _prior xp.streak_state;
  _decision xp.claim_decision;
  _award xp.xp_awards;
  _is_new boolean := false;
begin
  if claim_at.policy_key is null or claim_at.correlation_id is null then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', case when claim_at.policy_key is null then 'policy_key' else 'correlation_id' end, 'problem', 'is missing'
    ));
  end if;

  while _award.award_id is null loop
    -- All that there is of the user, as of one instant. A call counts from the moment it can no longer have been
    -- in flight together with this one: at once when the same server process or transaction made it, five
    -- seconds after its answer otherwise. So a hundred parallel calls all get their answer, and the eleventh
    -- of a series does not.
    select
      u as account, r as rule, last.award, calls.recent, l.correlation_id as entry, l.policy_key as entry_policy_key, l.reward_day_id as entry_day,
      calls.repeated_day,
      row(s.current_streak, s.longest_streak, s.grace_used, s.last_reward_day_id, s.model_state)::xp.streak_state as prior
    into _found
    from xp.xp_users as u
    join xp.xp_streaks as s on s.user_id = u.user_id
    cross join lateral (
      select
        count(*) filter (
          where c.called_at > claim_at.at - interval '1 minute'
            and (c.backend = pg_backend_pid() or c.answered_at <= claim_at.at - interval '5 seconds')
        ) as recent,
        max(c.reward_day_id) filter (where c.correlation_id = claim_at.correlation_id) as repeated_day
      from xp.xp_claim_calls as c
      where c.user_id = u.user_id
    ) as calls
    left join xp.xp_ledger as l on l.user_id = u.user_id and l.correlation_id = claim_at.correlation_id
    left join lateral (
      select a as award from xp.xp_awards as a where a.user_id = u.user_id order by a.reward_day_id desc limit 1
    ) as last on true
    left join xp.xp_rules as r on r.policy_key = claim_at.policy_key and r.is_active
    where u.external_user_id = claim_at.external_user_id;
    if not found then
      perform core.raise('NOT_REGISTERED');
    elsif _found.recent >= 10 then
      perform core.raise('RATE_LIMIT', jsonb_build_object('maxCalls', 10, 'periodSeconds', 60));
    elsif _found.entry is not null and (_found.entry_day is null or _found.entry_policy_key <> claim_at.policy_key) then
      perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('correlationId', claim_at.correlation_id));
    end if;
    _account := _found.account;
    _rule := _found.rule;
    if _rule.version is not null and _account.segment_key is not null then
      _rule := xp.segment_rule(_rule, _account.segment_key);
    end if;

    if coalesce(_found.entry_day, _found.repeated_day) is not null then
      select a.* into strict _award
      from xp.xp_awards as a
      where a.user_id = _account.user_id and a.reward_day_id = coalesce(_found.entry_day, _found.repeated_day);
      -- A policy retired meanwhile takes no receipt back.
      if _rule.version is null then
        select r.* into strict _rule
        from xp.xp_rules as r
        where r.policy_key = _award.policy_key and r.version = _award.policy_version;
      end if;
      _decision.next_boundary := (xp.account_day(_account, _rule.definition, claim_at.at)).next_boundary;
      exit;
    elsif _rule.version is null then
      perform core.raise('NOT_FOUND', jsonb_build_object('policyKey', claim_at.policy_key));
    end if;

    _prior := _found.prior;
    _decision := xp.decide(
      _account, _rule, _prior, (_found.award).reward_day_id, (_found.award).created_at, claim_at.at
    );
    case _decision.verdict
      when 'ALREADY_CLAIMED', 'COOLDOWN' then
        _award := _found.award;
      when 'CLAIM_WINDOW_CLOSED', 'NO_XP' then
        perform core.raise(_decision.verdict, jsonb_build_object(
          'rewardDayId', xp.day_id(_decision.day), 'nextBoundary', _decision.next_boundary
        ));
      else
        update xp.xp_streaks as s
        set current_streak = (_decision.outcome).current_streak,
          longest_streak = (_decision.outcome).longest_streak,
          grace_used = (_decision.outcome).grace_used,
          last_reward_day_id = (_decision.outcome).last_reward_day_id,
          model_state = (_decision.outcome).model_state,
          updated_at = claim_at.at
        where s.user_id = _account.user_id
          and s.last_reward_day_id is not distinct from _prior.last_reward_day_id;
        if found then
          _is_new := true;
          insert into xp.xp_awards (
            user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, model_state_snapshot, created_at,
            segment_key, longest_streak, grace_used, grace_applied, milestone_hits
          )
          values (
            _account.user_id, (_decision.outcome).last_reward_day_id, (_decision.outcome).xp,
            (_decision.outcome).current_streak, _rule.policy_key, _rule.version, (_decision.outcome).model_state,
            claim_at.at, _account.segment_key, (_decision.outcome).longest_streak, (_decision.outcome).grace_used,
            (_decision.outcome).grace_applied, (_decision.outcome).milestone_hits
          )
          returning * into _award;
          insert into xp.xp_ledger (
            user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, created_at, reward_day_id
          )
          values (
            _account.user_id, _award.xp_awarded, 'DAILY_LOGIN', claim_at.correlation_id, _rule.policy_key, _rule.version,
            _decision.season_id, claim_at.at, _award.reward_day_id
          );
        end if;
    end case;
  end loop;

  insert into xp.xp_claim_calls (
    user_id, called_at, answered_at, correlation_id, is_new, reward_day_id, streak_day, policy_key, policy_version, segment_key
  )
  values (
    _account.user_id, claim_at.at, claim_at.at + (clock_timestamp() - transaction_timestamp()), claim_at.correlation_id,
    _is_new, _award.reward_day_id, _award.streak_day, _award.policy_key, _award.policy_version, _award.segment_key
  );
  return row(
    case when _is_new then 'NEW' else 'ALREADY_CLAIMED' end,
    _award.receipt_id, _award.xp_awarded, _award.streak_day, _award.longest_streak, _award.grace_used,
    _award.milestone_hits, _decision.next_boundary, _award.policy_version, _award.policy_key, _award.reward_day_id
  )::xp.claim_receipt;
end
$$;
comment on function xp.claim_at(text, text, uuid, timestamptz) is
  'xp.claim for a user of the platform at a given instant; for the owner only. Raises: INVALID_INPUT, NOT_REGISTERED, NOT_FOUND, RATE_LIMIT, IDEMPOTENCY_CONFLICT, CLAIM_WINDOW_CLOSED, NO_XP.';
revoke all on function xp.claim_at(text, text, uuid, timestamptz) from public;
commit;
