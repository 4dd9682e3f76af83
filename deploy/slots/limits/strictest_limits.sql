-- Deploy gamekeeper:slots/limits/strictest_limits to pg
-- requires: slots/limits/limits
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.strictest_limits(owner_id uuid, currency text, kind text)
returns numeric[]
language sql
stable
parallel safe
begin atomic
  select case
    when count(l.amount) > 0 then array[
      min(l.amount) filter (where l.period = '24h'), min(l.amount) filter (where l.period = '7d'),
      min(l.amount) filter (where l.period = 'month')
    ]
    else '{}'
  end
  from slots.limits as l
  where l.owner_id = strictest_limits.owner_id and l.currency in (strictest_limits.currency, '*') and l.kind = strictest_limits.kind;
end;
comment on function slots.strictest_limits(uuid, text, text) is
  'Limits of a kind that hold in a currency, of day, week and month: the lower of its own and the one of all currencies; null where there is none, and {} where there is none of the kind. [helper]';
revoke all on function slots.strictest_limits(uuid, text, text) from public;
commit;
