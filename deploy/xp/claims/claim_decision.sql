-- Deploy gamekeeper:xp/claims/claim_decision to pg
-- requires: xp/streaks/streak_outcome xp/days/reward_day
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.claim_decision as (
  verdict text,
  day date,
  opens_at timestamptz,
  next_boundary timestamptz,
  ready_at timestamptz,
  outcome xp.streak_outcome
);
comment on type xp.claim_decision is
  'What a claim at an instant comes to. verdict: NEW, ALREADY_CLAIMED, COOLDOWN, CLAIM_WINDOW_CLOSED or NO_XP; '
  'ready_at: earliest instant of a next claim; outcome: the streak '
  'after it, null unless NEW or NO_XP.';
commit;
