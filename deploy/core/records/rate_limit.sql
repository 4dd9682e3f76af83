-- Deploy gamekeeper:core/records/rate_limit to pg
-- requires: core/records/rate_limits core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One row a subject, with the instants of the last max_calls calls: what it costs does not grow with the past, and no
-- period of that length, wherever it begins, sees more calls. One statement, which locks the row; a call that is refused or
-- rolled back does not count. An instant that lies a whole period ahead was counted before the clock was set back.
create function core.rate_limit(subject text, max_calls integer, period interval, at timestamptz)
returns void
language plpgsql
volatile
as $$
declare
  _oldest timestamptz;
begin
  insert into core.rate_limits as r (subject, calls)
  values (rate_limit.subject, array[rate_limit.at])
  on conflict on constraint rate_limits_pkey do update
  set calls = array_append(r.calls[greatest(1, cardinality(r.calls) - rate_limit.max_calls + 2):], rate_limit.at)
  where (
    r.calls[cardinality(r.calls) - rate_limit.max_calls + 1] > rate_limit.at - rate_limit.period
    and r.calls[cardinality(r.calls) - rate_limit.max_calls + 1] < rate_limit.at + rate_limit.period
  ) is not true;
  if not found then
    select r.calls[cardinality(r.calls) - rate_limit.max_calls + 1]
    into _oldest
    from core.rate_limits as r
    where r.subject = rate_limit.subject;
    perform core.raise(
      'RATE_LIMIT',
      jsonb_build_object(
        'maxCalls', rate_limit.max_calls,
        'periodSeconds', extract(epoch from rate_limit.period),
        'retryAfterSeconds', ceil(extract(epoch from _oldest + rate_limit.period - rate_limit.at))
      )
    );
  end if;
end
$$;
comment on function core.rate_limit(text, integer, interval, timestamptz) is
  'Counts a call of subject (such as xp.claim:<user id>) at an instant of core.wall_clock(), and refuses it when '
  'max_calls calls, at least one, were counted in the period that ends with it. '
  'DETAIL says after how many seconds the next one is free. Raises: RATE_LIMIT. [helper]';
revoke all on function core.rate_limit(text, integer, interval, timestamptz) from public;
commit;
