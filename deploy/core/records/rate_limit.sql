-- Deploy gamekeeper:core/records/rate_limit to pg
-- requires: core/records/rate_limits core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- An exact sliding window: a call passes when the one max_calls before it is at least period old. One
-- statement, which locks the subject's row; a call that is refused or rolled back does not count.
create function core.rate_limit(subject text, max_calls integer, period interval, at timestamptz)
returns void
language plpgsql
volatile
as $$
begin
  insert into core.rate_limits as r (subject, calls)
  values (rate_limit.subject, array[rate_limit.at])
  on conflict on constraint rate_limits_pkey do update
  set calls = r.calls[greatest(1, cardinality(r.calls) - rate_limit.max_calls + 2):] || rate_limit.at
  where cardinality(r.calls) < rate_limit.max_calls
    or r.calls[cardinality(r.calls) - rate_limit.max_calls + 1] <= rate_limit.at - rate_limit.period;
  if not found then
    perform core.raise(
      'RATE_LIMIT',
      jsonb_build_object('maxCalls', rate_limit.max_calls, 'periodSeconds', extract(epoch from rate_limit.period))
    );
  end if;
end
$$;
comment on function core.rate_limit(text, integer, interval, timestamptz) is
  'Counts a call of subject at the given instant and refuses it when max_calls (1 or more) calls were counted in the period before: exact, in every window. Raises: RATE_LIMIT. [helper]';
revoke all on function core.rate_limit(text, integer, interval, timestamptz) from public;
commit;
