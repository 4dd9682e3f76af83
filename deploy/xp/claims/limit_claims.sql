-- Deploy gamekeeper:xp/claims/limit_claims to pg
-- requires: xp/streaks/xp_streaks xp/claims/xp_awards core/records/rate_limit core/records/setting xp/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A hundred devices that claim at once are one user, and each of them gets its answer: what arrives over other
-- connections shortly after the award was written counts as sent together with the call that wrote it.
create function xp.limit_claims(award xp.xp_awards, is_new boolean, at timestamptz)
returns void
language plpgsql
volatile
as $$
declare
  _max_calls constant integer := core.setting('xp.claims_per_minute')::integer;
  _period constant interval := interval '1 minute';
  _sent_together constant interval := interval '5 seconds';
begin
  if not limit_claims.is_new and limit_claims.at < limit_claims.award.created_at + _sent_together then
    perform from xp.xp_streaks as s where s.user_id = limit_claims.award.user_id and s.claimed_by <> pg_backend_pid();
    if found then
      return;
    end if;
  end if;
  perform core.rate_limit('xp.claim:' || limit_claims.award.user_id, _max_calls, _period, limit_claims.at);
end
$$;
comment on function xp.limit_claims(xp.xp_awards, boolean, timestamptz) is
  'Counts a claim that is answered with the award: xp.claims_per_minute of a user, without those sent together with the call that wrote the award. Raises: RATE_LIMIT. [helper]';
revoke all on function xp.limit_claims(xp.xp_awards, boolean, timestamptz) from public;
commit;
