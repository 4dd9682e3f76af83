-- Deploy gamekeeper:xp/streaks/repair_streak to pg
-- requires: xp/streaks/xp_streak_entries xp/streaks/lock_streak xp/users/require_person core/callers/actor core/callers/require_service core/keys/wall_clock core/errors/raise core/shards/enter xp/users/user_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Entries of one user are numbered under the lock of their streak; those for many by whoever comes first, and the next one
-- waits for it: so a claim that sees an entry sees all with lower numbers.
create function xp.repair_streak(
  days date[], reason text, correlation_id uuid, user_id bigint default null, segment_key text default null
)
returns xp.xp_streak_entries
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _user_id constant bigint := coalesce(repair_streak.user_id, 0);
  _days constant date[] := array(select distinct d from unnest(repair_streak.days) as d order by d);
  _field text;
  _entry xp.xp_streak_entries;
begin
  perform core.require_service();
  _field := case
    when cardinality(_days) not between 1 and 366 or array_position(_days, null) is not null
      or _days[1] < '0001-01-01' or _days[cardinality(_days)] > '9999-12-31' then 'days'
    when coalesce(length(repair_streak.reason), 0) not between 1 and 100 then 'reason'
    when repair_streak.correlation_id is null then 'correlation_id'
    when length(repair_streak.segment_key) not between 1 and 100 then 'segment_key'
    when repair_streak.user_id is not null and repair_streak.segment_key is not null then 'segment_key'
  end;
  if _field is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', _field, 'problem', case _field
      when 'days' then 'must be from 1 to 366 days, in the years 1 to 9999'
      when 'reason' then 'must have from 1 to 100 characters'
      when 'correlation_id' then 'is missing'
      else 'must have from 1 to 100 characters, without a user_id'
    end));
  end if;
  if repair_streak.user_id is not null then
    perform core.enter(xp.user_slot(repair_streak.user_id));
    perform xp.require_person(repair_streak.user_id);
    perform xp.lock_streak(repair_streak.user_id);
  end if;
  loop
    insert into xp.xp_streak_entries (user_id, entry_no, kind, days, segment_key, reason, correlation_id, actor, created_at)
    select
      _user_id, coalesce(max(e.entry_no), 0) + 1, 'repair', _days, repair_streak.segment_key, repair_streak.reason,
      repair_streak.correlation_id, core.actor(), core.wall_clock()
    from xp.xp_streak_entries as e
    where e.user_id = _user_id
    on conflict do nothing
    returning * into _entry;
    exit when found;
    select e.* into _entry
    from xp.xp_streak_entries as e
    where e.user_id = _user_id and e.correlation_id = repair_streak.correlation_id;
    if found then
      if (_entry.days, _entry.reason, _entry.segment_key) is distinct from (_days, repair_streak.reason, repair_streak.segment_key) then
        perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('correlationId', repair_streak.correlation_id));
      end if;
      exit;
    end if;
  end loop;
  return _entry;
end
$$;
comment on function xp.repair_streak(date[], text, uuid, bigint, text) is
  'For the service, after an outage: these reward days were missed by nobody: by one user, those of a segment, or with neither all. '
  'One row, which counts at each user''s next claim in all their streaks, also where a claim since has begun again with day 1. '
  'The same correlation_id again, for the same user or for many, returns the same entry. Call it as select * from xp.repair_streak(...). '
  'Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND, ACCOUNT_CLOSED, IDEMPOTENCY_CONFLICT. [service] [repeat: key]';
revoke all on function xp.repair_streak(date[], text, uuid, bigint, text) from public;
grant execute on function xp.repair_streak(date[], text, uuid, bigint, text) to service_role;
commit;
