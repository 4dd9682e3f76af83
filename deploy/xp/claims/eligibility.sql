-- Deploy gamekeeper:xp/claims/eligibility to pg
-- requires: xp/claims/eligibility_at core/callers/require_user core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- TimeZone is pinned as in xp.claim: no caller moves a clock.
create function xp.eligibility(policy_key text)
returns xp.claim_eligibility
language plpgsql
volatile
security definer
set search_path = pg_temp
set timezone = 'UTC'
as $$
begin
  return xp.eligibility_at(core.require_user()::text, eligibility.policy_key, core.wall_clock());
end
$$;
comment on function xp.eligibility(text) is
  'What xp.claim would do for the caller now, without writing: whether there is an award, what it is worth, when the day changes. Raises: UNAUTHENTICATED, NOT_REGISTERED, NOT_FOUND. [client] [repeat: natural]';
revoke all on function xp.eligibility(text) from public;
grant execute on function xp.eligibility(text) to authenticated, service_role;
commit;
