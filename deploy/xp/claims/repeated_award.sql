-- Deploy gamekeeper:xp/claims/repeated_award to pg
-- requires: xp/claims/xp_awards xp/claims/xp_claim_keys xp/ledger/xp_ledger core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.repeated_award(user_id bigint, policy_key text, correlation_id uuid)
returns xp.xp_awards
language plpgsql
stable
parallel safe
as $$
declare
  _policy_key text;
  _day text;
  _award xp.xp_awards;
begin
  select l.policy_key, l.reward_day_id
  into _policy_key, _day
  from xp.xp_ledger as l
  where l.user_id = repeated_award.user_id and l.correlation_id = repeated_award.correlation_id and l.is_claim;
  if not found then
    select k.policy_key, k.reward_day_id
    into _policy_key, _day
    from xp.xp_claim_keys as k
    where k.user_id = repeated_award.user_id and k.correlation_id = repeated_award.correlation_id;
    if not found then
      return null;
    end if;
  end if;
  if _policy_key <> repeated_award.policy_key then
    perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('correlationId', repeated_award.correlation_id));
  end if;
  select a.* into strict _award
  from xp.xp_awards as a
  where a.user_id = repeated_award.user_id and a.reward_day_id = _day;
  return _award;
end
$$;
comment on function xp.repeated_award(bigint, text, uuid) is
  'The award that a correlation id of the account was answered with before; null when it is new. Raises: IDEMPOTENCY_CONFLICT (it asked for another policy). [helper]';
revoke all on function xp.repeated_award(bigint, text, uuid) from public;
commit;
