-- Deploy gamekeeper:xp/claims/claim_at to pg
-- requires: xp/claims/decide_claim xp/claims/answered_key xp/claims/boundary_after xp/policies/rule_for xp/claims/claim_receipt xp/claims/last_award xp/claims/is_sent_together xp/claims/write_award xp/streaks/xp_streaks xp/streaks/prior_streak xp/streaks/streak_of xp/streaks/unseen_repairs xp/claims/repaired_streak xp/ledger/open_account xp/ledger/xp_level_ups xp/settings core/keys/wall_clock core/records/rate_limit core/shards/enter core/shards/has_map core/keys/slot_of core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- All claims of a user wait for each other at the streak's row; then one statement reads everything anew, and the clock
-- follows: a transaction that was begun yesterday claims today. A call that is sent again waits for nothing and writes no WAL.
-- Award, ledger entry, balance and streak are one transaction; the award's primary key would refuse a second one of the day.
-- A hundred devices that claim at once are one user, and each of them gets its answer: those sent together with the call
-- that wrote the award do not count for the limit of calls.
create function xp.claim_at(
  external_user_id text, policy_key text, correlation_id uuid, at timestamptz default null, actor text default null
)
returns xp.claim_receipt
language plpgsql
volatile
as $$
declare
  _found record;
  _known record;
  _streak xp.xp_streaks;
  _prior xp.streak_state;
  _streak_key text;
  _decision xp.claim_decision;
  _award xp.xp_awards;
  _at timestamptz;
  _level_reached integer;
begin
  if claim_at.policy_key is null or claim_at.correlation_id is null or core.has_map() then
    if claim_at.policy_key is null or claim_at.correlation_id is null then
      perform core.raise('INVALID_INPUT', jsonb_build_object(
        'field', case when claim_at.policy_key is null then 'policy_key' else 'correlation_id' end, 'problem', 'is missing'
      ));
    end if;
    perform core.enter(core.slot_of(claim_at.external_user_id));
  end if;
  select u.user_id, k.policy_key, k.reward_day_id
  into _found
  from xp.xp_users as u
  left join lateral xp.answered_key(u.user_id, claim_at.correlation_id) as k on true
  where u.external_user_id = claim_at.external_user_id;

  if _found.reward_day_id is null then
    if _found.user_id is null then
      perform core.raise('NOT_REGISTERED');
    end if;
    select s.* into strict _streak from xp.xp_streaks as s where s.user_id = _found.user_id for no key update;
    -- A plain claim is of a user without a segment, under a policy for everybody and with the streak of all: most are.
    -- Days begin with a digit, which sorts before a colon, streak keys with a letter.
    select
      u as account, r as rule, k.policy_key, k.reward_day_id,
      u.segment_key is null and r.version is not null and (r.terms).audience is null and (r.terms).streak_key is null as is_plain,
      exists (select from xp.unseen_repairs(u, _streak.model_state)) as is_repaired,
      (
        select a
        from xp.xp_awards as a
        where a.user_id = u.user_id and a.reward_day_id < ':'
        order by a.reward_day_id desc
        limit 1
      ) as award,
      (select s.value::integer from core.settings as s where s.name = 'xp.claims_per_minute') as max_calls
    into strict _known
    from xp.xp_users as u
    left join lateral xp.answered_key(u.user_id, claim_at.correlation_id) as k on true
    left join xp.xp_rules as r on r.policy_key = claim_at.policy_key and r.is_active
    where u.user_id = _found.user_id;
    if _known.reward_day_id is not null then
      _found.policy_key := _known.policy_key;
      _found.reward_day_id := _known.reward_day_id;
    else
      _at := coalesce(claim_at.at, greatest(core.wall_clock(), _streak.updated_at));
      _prior := xp.prior_streak(_streak);
      if _known.is_repaired or not _known.is_plain then
        _known.rule := xp.rule_for(_known.rule, (_known.account).segment_key, by_service => claim_at.actor is not null);
        if (_known.rule).version is null then
          perform core.raise_unknown_definition(jsonb_build_object('policyKey', claim_at.policy_key));
        end if;
        _streak_key := ((_known.rule).terms).streak_key;
        if _streak_key is not null or _known.is_repaired then
          _known.award := xp.last_award(_found.user_id, _streak_key);
          _prior := xp.repaired_streak(_known.account, _streak_key, xp.streak_of(_found.user_id, _streak_key));
        end if;
      end if;
      _decision := xp.decide_claim(_known.account, _known.rule, _prior, _known.award, _at);
      if _decision.verdict = 'NEW' then
        _award := xp.write_award(_known.account, _known.rule, _decision, claim_at.correlation_id, claim_at.actor, _at);
      elsif _decision.verdict in ('ALREADY_CLAIMED', 'COOLDOWN') then
        _award := _known.award;
        insert into xp.xp_claim_keys (user_id, correlation_id, policy_key, reward_day_id, called_at)
        values (_found.user_id, claim_at.correlation_id, claim_at.policy_key, _award.reward_day_id, _at);
      else
        perform core.raise(_decision.verdict, jsonb_build_object(
          'rewardDayId', xp.day_id(_decision.day), 'nextBoundary', _decision.next_boundary
        ));
      end if;
      select v.level into _level_reached
      from xp.xp_level_ups as v
      where v.user_id = _found.user_id and v.reward_day_id = _award.reward_day_id
      order by v.level desc
      limit 1;
    end if;
  end if;

  if _found.reward_day_id is not null then
    if _found.policy_key <> claim_at.policy_key then
      perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('correlationId', claim_at.correlation_id));
    end if;
    select
      u as account, r as rule, a as award,
      (
        select v.level
        from xp.xp_level_ups as v
        where v.user_id = a.user_id and v.reward_day_id = a.reward_day_id
        order by v.level desc
        limit 1
      ) as level_reached,
      (select s.value::integer from core.settings as s where s.name = 'xp.claims_per_minute') as max_calls
    into strict _known
    from xp.xp_users as u
    join xp.xp_awards as a on a.user_id = u.user_id and a.reward_day_id = _found.reward_day_id
    left join xp.xp_rules as r on r.policy_key = claim_at.policy_key and r.is_active
    where u.user_id = _found.user_id;
    _at := coalesce(claim_at.at, greatest(core.wall_clock(), _streak.updated_at));
    if (_known.account).segment_key is not null or ((_known.rule).terms).audience is not null then
      _known.rule := xp.rule_for(_known.rule, (_known.account).segment_key, by_service => claim_at.actor is not null);
    end if;
    _award := _known.award;
    _level_reached := _known.level_reached;
    _decision.next_boundary := xp.boundary_after(_known.account, _known.rule, _award, _at);
  end if;

  if claim_at.actor is null and (_decision.verdict = 'NEW' or not xp.is_sent_together(_award, _at)) then
    perform core.rate_limit('xp.claim:' || _found.user_id, _known.max_calls, interval '1 minute', _at);
  end if;
  return row(
    case _decision.verdict when 'NEW' then 'NEW' else 'ALREADY_CLAIMED' end,
    _award.receipt_id, _award.xp_awarded, _award.streak_day, _award.longest_streak, _award.grace_used,
    _award.milestone_hits, _decision.next_boundary, _award.policy_version, _award.policy_key, _award.reward_day_id,
    _level_reached
  )::xp.claim_receipt;
end
$$;
comment on function xp.claim_at(text, text, uuid, timestamptz, text) is
  'xp.claim for a user of the platform, at a given instant or (null) now, by the user or by an actor for them. Raises: INVALID_INPUT, NOT_REGISTERED, NOT_FOUND, RATE_LIMIT, IDEMPOTENCY_CONFLICT, CLAIM_WINDOW_CLOSED, NO_XP. [helper]';
revoke all on function xp.claim_at(text, text, uuid, timestamptz, text) from public;
commit;
