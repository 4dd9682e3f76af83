-- Deploy gamekeeper:xp/streaks/grant_freeze to pg
-- requires: xp/streaks/xp_streak_entries xp/streaks/xp_keyed_streaks xp/streaks/lock_streak xp/streaks/streak_of xp/users/require_person core/callers/actor core/callers/require_service core/keys/wall_clock core/errors/raise core/shards/enter xp/users/user_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Claims wait for the same row, so an entry stands wholly before or after each of them.
create function xp.grant_freeze(user_id bigint, count integer, reason text, correlation_id uuid, streak_key text default null)
returns xp.xp_streak_entries
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _most constant integer := 1000;
  _field text;
  _state xp.streak_state;
  _held integer;
  _entry xp.xp_streak_entries;
begin
  perform core.require_service();
  _field := case
    when coalesce(grant_freeze.count, 0) = 0 or grant_freeze.count not between -_most and _most then 'count'
    when coalesce(length(grant_freeze.reason), 0) not between 1 and 100 then 'reason'
    when grant_freeze.correlation_id is null then 'correlation_id'
    when grant_freeze.streak_key !~ '^[a-z][a-z0-9_-]{0,39}$' then 'streak_key'
  end;
  if _field is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', _field, 'problem', case _field
      when 'count' then format('must be from 1 to %s, or negative to take back', _most)
      when 'reason' then 'must have from 1 to 100 characters'
      when 'correlation_id' then 'is missing'
      else 'must be a streakKey: up to 40 of a-z, 0-9, _ and -, beginning with a letter'
    end));
  end if;
  perform core.enter(xp.user_slot(grant_freeze.user_id));
  perform xp.require_person(grant_freeze.user_id);
  perform xp.lock_streak(grant_freeze.user_id);
  select e.* into _entry
  from xp.xp_streak_entries as e
  where e.user_id = grant_freeze.user_id and e.correlation_id = grant_freeze.correlation_id;
  if found then
    if (_entry.freezes, _entry.reason, _entry.streak_key)
      is distinct from (grant_freeze.count, grant_freeze.reason, grant_freeze.streak_key)
    then
      perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('correlationId', grant_freeze.correlation_id));
    end if;
    return _entry;
  end if;
  _state := xp.streak_of(grant_freeze.user_id, grant_freeze.streak_key);
  _held := coalesce((_state.model_state ->> 'freezes')::integer, 0);
  if _held + grant_freeze.count not between 0 and _most then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', 'count', 'problem', format('would leave other than 0 to %s freezes', _most), 'held', _held
    ));
  end if;
  insert into xp.xp_streak_entries (
    user_id, entry_no, kind, streak_key, freezes, after_day_id, reason, correlation_id, actor, created_at
  )
  values (
    grant_freeze.user_id,
    (select coalesce(max(e.entry_no), 0) + 1 from xp.xp_streak_entries as e where e.user_id = grant_freeze.user_id),
    'freeze', grant_freeze.streak_key, grant_freeze.count, _state.last_reward_day_id, grant_freeze.reason,
    grant_freeze.correlation_id, core.actor(), core.wall_clock()
  )
  returning * into _entry;
  if grant_freeze.streak_key is null then
    update xp.xp_streaks as s
    set model_state = s.model_state || jsonb_build_object('freezes', _held + grant_freeze.count)
    where s.user_id = grant_freeze.user_id;
  else
    insert into xp.xp_keyed_streaks as s (user_id, streak_key, model_state)
    values (grant_freeze.user_id, grant_freeze.streak_key, jsonb_build_object('freezes', grant_freeze.count))
    on conflict on constraint xp_keyed_streaks_pkey do update
    set model_state = s.model_state || jsonb_build_object('freezes', _held + grant_freeze.count);
  end if;
  return _entry;
end
$$;
comment on function xp.grant_freeze(bigint, integer, text, uuid, text) is
  'For the service: gives a user freezes, or with a negative count takes back what they hold. A freeze covers a missed day by itself at '
  'the next claim under a policy with freezes, which says how many may be held. streak_key names the streak of policies with that '
  'streakKey. The same correlation_id again returns the same entry. Call it as select * from xp.grant_freeze(...). '
  'Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND, ACCOUNT_CLOSED, IDEMPOTENCY_CONFLICT. [service] [repeat: key]';
revoke all on function xp.grant_freeze(bigint, integer, text, uuid, text) from public;
grant execute on function xp.grant_freeze(bigint, integer, text, uuid, text) to service_role;
commit;
