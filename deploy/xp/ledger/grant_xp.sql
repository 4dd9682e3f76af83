-- Deploy gamekeeper:xp/ledger/grant_xp to pg
-- requires: xp/ledger/apply_ledger xp/ledger/grant_receipt xp/ledger/xp_level_ups xp/ledger/xp_balance xp/seasons/xp_season_xp xp/seasons/xp_seasons xp/seasons/seasons_on xp/seasons/require_open_season xp/errors xp/users/require_person core/callers/actor core/callers/require_service core/keys/wall_clock core/errors/raise core/keys/utc core/shards/enter xp/users/user_slot core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The ledger's key decides which of two equal calls writes; the other finds the row. Metadata are not compared: they
-- may be about a person, and an erased person's are gone. A correction locks what it lowers in the order of the ledger's
-- trigger, the season and then the balance, and writes into its entry what it took: sums need no order of entries.
create function xp.grant_xp(
  user_id bigint, amount bigint, reason text, correlation_id uuid, metadata jsonb default '{}', kind text default null,
  season_id text default null
)
returns xp.grant_receipt
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _now constant timestamptz := core.wall_clock();
  _entry xp.xp_ledger;
  _field text;
  _kind constant text := coalesce(grant_xp.kind, case when grant_xp.amount < 0 then 'spend' else 'grant' end);
  _seasons record;
  _season_ids text[];
  _held text[];
  _corrected_season bigint;
  _corrected_sides bigint[];
  _balance bigint;
  _lifetime bigint;
begin
  perform core.require_service();
  _field := case
    when grant_xp.amount is null or grant_xp.amount = 0 or abs(grant_xp.amount::numeric) > 1000000000000 then 'amount'
    when coalesce(length(grant_xp.reason), 0) not between 1 and 100 or grant_xp.reason in ('DAILY_LOGIN', 'MERGE', 'SEASON_PRIZE') then 'reason'
    when grant_xp.correlation_id is null then 'correlation_id'
    when jsonb_typeof(grant_xp.metadata) is distinct from 'object' then 'metadata'
    when _kind not in ('grant', 'spend', 'correction') or (_kind = 'grant') <> (grant_xp.amount > 0) then 'kind'
    when grant_xp.season_id is not null and _kind <> 'correction' then 'season_id'
  end;
  if _field is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', _field, 'problem', case _field
      when 'amount' then 'must not be 0 nor beyond 1000000000000'
      when 'reason' then 'must have from 1 to 100 characters; DAILY_LOGIN is for claims, MERGE for accounts that become one, SEASON_PRIZE for xp.close_season'
      when 'correlation_id' then 'is missing'
      when 'kind' then 'must be grant for a positive amount, spend or correction for a negative one'
      when 'season_id' then 'is for corrections; all else counts for the season of its day'
      else 'must be an object'
    end));
  end if;
  perform core.enter(xp.user_slot(grant_xp.user_id));
  perform xp.require_person(grant_xp.user_id);
  select b.lifetime_xp into strict _lifetime from xp.xp_balance as b where b.user_id = grant_xp.user_id;
  -- What is left up to where bigint ends is enough for all that claims and grants at this moment can add.
  if grant_xp.amount > 0 and _lifetime > 9000000000000000000 then
    perform core.raise('INVALID_INPUT', '{"field": "amount", "problem": "the account has earned all that it can hold"}');
  end if;
  if grant_xp.season_id is null then
    select o.main_id, o.side_ids into _seasons from xp.seasons_on(core.utc(_now)::date) as o;
  else
    select
      case when s.kind = 'main' then s.season_id end as main_id, case when s.kind <> 'main' then array[s.season_id] end as side_ids
    into _seasons
    from xp.xp_seasons as s
    where s.season_id = grant_xp.season_id;
    if not found then
      perform core.raise_unknown_definition(jsonb_build_object('seasonId', grant_xp.season_id));
    end if;
    perform from xp.xp_ledger as l
    where l.user_id = grant_xp.user_id and l.correlation_id = grant_xp.correlation_id and not l.is_claim;
    if not found then
      perform xp.require_open_season(grant_xp.season_id);
    end if;
  end if;
  if _kind = 'correction' then
    -- A place in a season that is not there yet is held free, so that a first grant comes wholly before or after.
    _season_ids := array_remove(array_prepend(_seasons.main_id, _seasons.side_ids), null);
    with held as (
      insert into xp.xp_season_xp (user_id, season_id, xp)
      select grant_xp.user_id, i.season_id, 0 from unnest(_season_ids) as i (season_id) order by i.season_id
      on conflict on constraint xp_season_xp_pkey do nothing
      returning xp_season_xp.season_id
    )
    select array_agg(h.season_id) into _held from held as h;
    perform from xp.xp_season_xp as s
    where s.user_id = grant_xp.user_id and s.season_id = any (_season_ids)
    order by s.season_id
    for no key update;
    _corrected_season := coalesce((
      select greatest(grant_xp.amount, -s.xp)
      from xp.xp_season_xp as s
      where s.user_id = grant_xp.user_id and s.season_id = _seasons.main_id
    ), 0);
    select array_agg(greatest(grant_xp.amount, -s.xp) order by i.n)
    into _corrected_sides
    from unnest(_seasons.side_ids) with ordinality as i (season_id, n)
    join xp.xp_season_xp as s on s.user_id = grant_xp.user_id and s.season_id = i.season_id;
    select b.current_balance, b.lifetime_xp into strict _balance, _lifetime
    from xp.xp_balance as b
    where b.user_id = grant_xp.user_id
    for no key update;
    delete from xp.xp_season_xp as s where s.user_id = grant_xp.user_id and s.season_id = any (_held);
  end if;
  insert into xp.xp_ledger (
    user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, metadata, created_at,
    corrected_balance, corrected_lifetime, corrected_season, actor, side_seasons, corrected_sides
  )
  select
    grant_xp.user_id, grant_xp.amount, grant_xp.reason, grant_xp.correlation_id, 'GRANT', 0, _seasons.main_id, grant_xp.metadata, _now,
    case when _kind = 'correction' then greatest(grant_xp.amount, -_balance) end,
    case when _kind = 'correction' then greatest(grant_xp.amount, -_lifetime) end,
    _corrected_season, core.actor(), _seasons.side_ids, _corrected_sides
  on conflict on constraint xp_ledger_correlation_id_uidx do nothing
  returning * into _entry;
  if not found then
    select l.* into strict _entry
    from xp.xp_ledger as l
    where l.user_id = grant_xp.user_id and l.correlation_id = grant_xp.correlation_id and not l.is_claim;
    if (_entry.amount, _entry.reason, _entry.corrected_balance is not null)
      is distinct from (grant_xp.amount, grant_xp.reason, _kind = 'correction')
      or grant_xp.season_id is not null
        and array_remove(array_prepend(_entry.season_id, _entry.side_seasons), null) is distinct from array[grant_xp.season_id]
    then
      perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('correlationId', grant_xp.correlation_id));
    end if;
  end if;
  return row(_entry.*, (
    select max(u.level)
    from xp.xp_level_ups as u
    where u.user_id = _entry.user_id and u.correlation_id = _entry.correlation_id and u.reward_day_id is null
  ))::xp.grant_receipt;
end
$$;
comment on function xp.grant_xp(bigint, bigint, text, uuid, jsonb, text, text) is
  'For the service: gives XP (kind grant, the default of a positive amount), spends it (spend, that of a negative one), or '
  'takes back what should never have been given (correction): from lifetime XP and the seasons, those of now or the one it names, the '
  'whole amount, from the balance what is there; the entry says how much of each. Nothing falls below 0. The same '
  'correlation_id with the same amount, reason and kind returns the same row, with the metadata of the first call and the level that it reached. '
  'A season that was closed is not corrected any more. Call it as select * from xp.grant_xp(...). Raises: '
  'FORBIDDEN, INVALID_INPUT, NOT_FOUND, ACCOUNT_CLOSED, STATE_ERROR, INSUFFICIENT_XP, IDEMPOTENCY_CONFLICT. [service] [repeat: key]';
revoke all on function xp.grant_xp(bigint, bigint, text, uuid, jsonb, text, text) from public;
grant execute on function xp.grant_xp(bigint, bigint, text, uuid, jsonb, text, text) to service_role;
commit;
