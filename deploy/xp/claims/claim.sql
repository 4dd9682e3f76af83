-- Deploy gamekeeper:xp/claims/claim to pg
-- requires: xp/claims/claim_at core/callers/require_user
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- From PostgreSQL 18 on, "at time zone" looks among the abbreviations of the session's TimeZone first, and a
-- client may define any there: after set timezone = '<EUROPE/BERLIN>-12' Berlin's clock is 11 hours ahead.
-- So it is pinned.
create function xp.claim(policy_key text, correlation_id uuid)
returns xp.claim_receipt
language plpgsql
volatile
security definer
set search_path = pg_temp
set timezone = 'UTC'
as $$
begin
  return xp.claim_at(core.require_user()::text, claim.policy_key, claim.correlation_id);
end
$$;
comment on function xp.claim(text, uuid) is
  'Claims the caller''s reward day. NEW writes award, ledger entry, balance and streak in one transaction; a further '
  'call of the day, a call within minCooldownHours and every repetition of a correlation_id return the award as it '
  'stands, ALREADY_CLAIMED. Ten calls a minute. Call it as select * from xp.claim(...): (xp.claim(...)).* would call '
  'it once for each column. Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_REGISTERED, NOT_FOUND, RATE_LIMIT, '
  'IDEMPOTENCY_CONFLICT, CLAIM_WINDOW_CLOSED, NO_XP. [client] [repeat: key]';
revoke all on function xp.claim(text, uuid) from public;
grant execute on function xp.claim(text, uuid) to authenticated, service_role;
commit;
