-- Deploy gamekeeper:xp/claims/answered_key to pg
-- requires: xp/claims/xp_claim_keys xp/ledger/xp_ledger
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.answered_key(user_id bigint, correlation_id uuid)
returns table (policy_key text, reward_day_id text)
language sql
stable
parallel safe
begin atomic
  select l.policy_key, l.reward_day_id
  from xp.xp_ledger as l
  where l.user_id = answered_key.user_id and l.correlation_id = answered_key.correlation_id and l.is_claim
  union all
  select k.policy_key, k.reward_day_id
  from xp.xp_claim_keys as k
  where k.user_id = answered_key.user_id and k.correlation_id = answered_key.correlation_id;
end;
comment on function xp.answered_key(bigint, uuid) is
  'Which policy a claim with that correlation id of the account asked for, and the reward day of the award that it was answered with; no row when the id is new. [helper]';
revoke all on function xp.answered_key(bigint, uuid) from public;
commit;
