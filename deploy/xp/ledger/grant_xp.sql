-- Deploy gamekeeper:xp/ledger/grant_xp to pg
-- requires: xp/ledger/apply_ledger xp/seasons/xp_seasons xp/errors core/callers/require_service core/callers/closed_persons core/keys/wall_clock core/errors/raise core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The ledger's key decides which of two equal calls writes; the other finds the row. Metadata are not compared: they
-- may be about a person, and an erased person's are gone.
create function xp.grant_xp(user_id bigint, amount bigint, reason text, correlation_id uuid, metadata jsonb default '{}')
returns xp.xp_ledger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _now constant timestamptz := core.wall_clock();
  _entry xp.xp_ledger;
  _field text;
  _lifetime bigint;
begin
  perform core.require_service();
  _field := case
    when grant_xp.amount is null or grant_xp.amount = 0 or abs(grant_xp.amount::numeric) > 1000000000000 then 'amount'
    when coalesce(length(grant_xp.reason), 0) not between 1 and 100 or grant_xp.reason in ('DAILY_LOGIN', 'MERGE') then 'reason'
    when grant_xp.correlation_id is null then 'correlation_id'
    when jsonb_typeof(grant_xp.metadata) is distinct from 'object' then 'metadata'
  end;
  if _field is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', _field, 'problem', case _field
      when 'amount' then 'must not be 0 nor beyond 1000000000000'
      when 'reason' then 'must have from 1 to 100 characters; DAILY_LOGIN is for claims, MERGE for accounts that become one'
      when 'correlation_id' then 'is missing'
      else 'must be an object'
    end));
  end if;
  select b.lifetime_xp into _lifetime from xp.xp_balance as b where b.user_id = grant_xp.user_id;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('userId', grant_xp.user_id));
  end if;
  -- whoever closed their account may come back; whoever was erased or merged is gone
  perform from xp.xp_users as u
  join core.closed_persons as c
    on c.person_id = substring(u.external_user_id from '(?i)^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$')::uuid
  where u.user_id = grant_xp.user_id and c.kind <> 'closed';
  if found then
    perform core.raise('ACCOUNT_CLOSED', jsonb_build_object('userId', grant_xp.user_id));
  end if;
  -- What is left up to where bigint ends is enough for all that claims and grants at this moment can add.
  if grant_xp.amount > 0 and _lifetime > 9000000000000000000 then
    perform core.raise('INVALID_INPUT', '{"field": "amount", "problem": "the account has earned all that it can hold"}');
  end if;
  insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, metadata, created_at)
  values (
    grant_xp.user_id, grant_xp.amount, grant_xp.reason, grant_xp.correlation_id, 'GRANT', 0,
    (
      select s.season_id from xp.xp_seasons as s
      where core.utc(_now)::date between s.starts_on and s.ends_on
    ),
    grant_xp.metadata, _now
  )
  on conflict on constraint xp_ledger_correlation_id_uidx do nothing
  returning * into _entry;
  if not found then
    select l.* into strict _entry
    from xp.xp_ledger as l
    where l.user_id = grant_xp.user_id and l.correlation_id = grant_xp.correlation_id and not l.is_claim;
    if (_entry.amount, _entry.reason) is distinct from (grant_xp.amount, grant_xp.reason) then
      perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('correlationId', grant_xp.correlation_id));
    end if;
  end if;
  return _entry;
end
$$;
comment on function xp.grant_xp(bigint, bigint, text, uuid, jsonb) is
  'For the service: gives XP, or spends it with a negative amount; the balance never falls below 0. The same '
  'correlation_id with the same amount and reason returns the same row, with the metadata of the first call. '
  'Call it as select * from xp.grant_xp(...). Raises: '
  'FORBIDDEN, INVALID_INPUT, NOT_FOUND, ACCOUNT_CLOSED, INSUFFICIENT_XP, IDEMPOTENCY_CONFLICT. [service] [repeat: key]';
revoke all on function xp.grant_xp(bigint, bigint, text, uuid, jsonb) from public;
grant execute on function xp.grant_xp(bigint, bigint, text, uuid, jsonb) to service_role;
commit;
