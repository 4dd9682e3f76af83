-- Deploy gamekeeper:xp/claims/decide_claim to pg
-- requires: xp/claims/award_cooldown xp/claims/xp_awards xp/claims/excused_days xp/streaks/next_streak xp/claims/claim_decision xp/seasons/season_before xp/policies/xp_rules
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The one place that decides; claim, eligibility and preview all ask it.
create function xp.decide_claim(
  account xp.xp_users, rule xp.xp_rules, prior xp.streak_state, last_award xp.xp_awards, at timestamptz
)
returns xp.claim_decision
language plpgsql
stable
parallel safe
as $$
declare
  _terms constant xp.policy_terms := decide_claim.rule.terms;
  _day constant xp.reward_day := xp.account_day(decide_claim.account, _terms, decide_claim.at);
  _cooled_at timestamptz;
  _ready_at timestamptz;
  _excused date[];
  _season xp.xp_seasons;
  _outcome xp.streak_outcome;
  _verdict text;
begin
  if decide_claim.last_award.reward_day_id is not null then
    _cooled_at := greatest(
      decide_claim.last_award.created_at + xp.award_cooldown(decide_claim.rule, decide_claim.last_award),
      decide_claim.last_award.next_boundary
    );
    if _day.day <= xp.day_of(right(decide_claim.last_award.reward_day_id, 10)) then
      _verdict := 'ALREADY_CLAIMED';
      _ready_at := greatest(_day.next_boundary, _cooled_at);
    elsif decide_claim.at < _cooled_at then
      _verdict := 'COOLDOWN';
    end if;
  end if;
  if _verdict is null then
    if decide_claim.at >= _day.opens_at + _terms.open_for then
      _verdict := 'CLAIM_WINDOW_CLOSED';
      _ready_at := _day.next_boundary;
    else
      if _day.day - xp.day_of(decide_claim.prior.last_reward_day_id) > 1 or _terms.model = 'TieredSeasonalReset' then
        _excused := xp.excused_days(
          decide_claim.account, _terms, xp.day_of(decide_claim.prior.last_reward_day_id), _day.day
        );
        _season := xp.season_before(_day.day, _terms.season_kind);
      end if;
      _outcome := xp.next_streak(
        _terms, decide_claim.prior, _day.day, decide_claim.at, row(_season.starts_on, _season.ends_on)::xp.season_bounds, _excused
      );
    end if;
  end if;

  return row(
    coalesce(_verdict, case when _outcome.xp > 0 then 'NEW' else 'NO_XP' end), _day.day, _day.opens_at, _day.next_boundary,
    coalesce(_ready_at, greatest(_day.opens_at, _cooled_at)), _outcome
  )::xp.claim_decision;
end
$$;
comment on function xp.decide_claim(xp.xp_users, xp.xp_rules, xp.streak_state, xp.xp_awards, timestamptz) is
  'What a claim of the account under the policy version comes to at an instant: the last award (null: none) '
  'decides whether it was claimed, the prior streak what it is worth. Writes nothing. [helper]';
revoke all on function xp.decide_claim(xp.xp_users, xp.xp_rules, xp.streak_state, xp.xp_awards, timestamptz) from public;
commit;
