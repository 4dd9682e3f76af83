-- Deploy gamekeeper:xp/claims/preview to pg
-- requires: xp/claims/preview_at core/callers/require_operator core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- TimeZone is pinned as in xp.claim: no caller moves a clock.
create function xp.preview(policy_key text, version integer, user_id bigint, days integer, missed_days integer[] default '{}')
returns table (
  day_no integer, status text, reward_day_id text, claimed_at timestamptz, xp bigint, streak_day integer, longest_streak integer,
  grace_used integer, grace_applied boolean, multiplier numeric, milestone_hits jsonb, next_boundary timestamptz,
  policy_version integer
)
language plpgsql
volatile
security definer
set search_path = pg_temp
set timezone = 'UTC'
as $$
begin
  perform core.require_operator();
  return query
    select p.*
    from xp.preview_at(
      preview.policy_key, preview.version, preview.user_id, preview.days, preview.missed_days, core.wall_clock()
    ) as p;
end
$$;
comment on function xp.preview(text, integer, bigint, integer, integer[]) is
  'For operators: what the user would get over the coming days if the version, a draft too, were active. Day 1 is a '
  'claim now, each later day one at its beginning (or when the cooldown is over); missed_days lists the day numbers '
  'without a claim. status is NEW, MISSED, ALREADY_CLAIMED, COOLDOWN, CLAIM_WINDOW_CLOSED or NO_XP. Writes nothing. '
  'Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND. [operator] [repeat: natural]';
revoke all on function xp.preview(text, integer, bigint, integer, integer[]) from public;
grant execute on function xp.preview(text, integer, bigint, integer, integer[]) to authenticated, service_role;
commit;
