-- Deploy gamekeeper:xp/claims/claim_for to pg
-- requires: xp/claims/claim_at xp/users/require_person core/callers/actor core/callers/require_service core/callers/closed_persons core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- TimeZone is pinned as in xp.claim: no caller moves a clock.
create function xp.claim_for(user_id bigint, policy_key text, correlation_id uuid)
returns xp.claim_receipt
language plpgsql
volatile
security definer
set search_path = pg_temp
set timezone = 'UTC'
as $$
declare
  _external_user_id text;
begin
  perform core.require_service();
  _external_user_id := (xp.require_person(claim_for.user_id)).external_user_id;
  perform from core.closed_persons as c where c.person_id::text = lower(_external_user_id);
  if found then
    perform core.raise('ACCOUNT_CLOSED', jsonb_build_object('userId', claim_for.user_id));
  end if;
  return xp.claim_at(
    _external_user_id, claim_for.policy_key, claim_for.correlation_id, actor => core.actor()
  );
end
$$;
comment on function xp.claim_for(bigint, text, uuid) is
  'For the service: claims a user''s reward day for them, also under a policy whose audience is the service, such as a mission that the '
  'game has seen done. As xp.claim, without its limit of calls; the ledger names the actor. Call it as select * from xp.claim_for(...). '
  'Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND, ACCOUNT_CLOSED, IDEMPOTENCY_CONFLICT, CLAIM_WINDOW_CLOSED, NO_XP. [service] [repeat: key]';
revoke all on function xp.claim_for(bigint, text, uuid) from public;
grant execute on function xp.claim_for(bigint, text, uuid) to service_role;
commit;
