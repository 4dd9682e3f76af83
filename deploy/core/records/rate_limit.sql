-- Deploy gamekeeper:core/records/rate_limit to pg
-- requires: core/records/rate_limits core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One row a subject, whatever the limit and the past. One statement, which locks the row; a call that is refused or
-- rolled back does not count. Calls that wait for each other may come a little before the one that began the period;
-- a period that lies wholly ahead was counted before the clock was set back.
create function core.rate_limit(subject text, max_calls integer, period interval, at timestamptz)
returns void
language plpgsql
volatile
as $$
declare
  _since constant timestamptz := rate_limit.at - rate_limit.period;
  _until constant timestamptz := rate_limit.at + rate_limit.period;
  _started_at timestamptz;
begin
  insert into core.rate_limits as r (subject, started_at, calls)
  values (rate_limit.subject, rate_limit.at, 1)
  on conflict on constraint rate_limits_pkey do update
  set
    started_at = case when r.started_at > _since and r.started_at < _until then r.started_at else rate_limit.at end,
    calls = case when r.started_at > _since and r.started_at < _until then r.calls + 1 else 1 end
  where r.calls < rate_limit.max_calls or r.started_at <= _since or r.started_at >= _until;
  if not found then
    select r.started_at into _started_at from core.rate_limits as r where r.subject = rate_limit.subject;
    perform core.raise(
      'RATE_LIMIT',
      jsonb_build_object(
        'maxCalls', rate_limit.max_calls,
        'periodSeconds', extract(epoch from rate_limit.period),
        'retryAfterSeconds', ceil(extract(epoch from _started_at - _since))
      )
    );
  end if;
end
$$;
comment on function core.rate_limit(text, integer, interval, timestamptz) is
  'Counts a call of subject (such as xp.claim:<user id>) at an instant of core.wall_clock(), and refuses it when '
  'max_calls calls, at least one, were counted in the running period, which begins with its first call. '
  'DETAIL says after how many seconds the next one begins. Raises: RATE_LIMIT. [helper]';
revoke all on function core.rate_limit(text, integer, interval, timestamptz) from public;
commit;
