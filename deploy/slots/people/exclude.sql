-- Deploy gamekeeper:slots/people/exclude to pg
-- requires: core/keys/wall_clock core/keys/utc slots/limits/accounts slots/limits/exclusions slots/limits/lock_person slots/people/require_settled slots/people/end_sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Account rows are locked first, so that an act that is under way has ended, and the next one finds the exclusion.
create function slots.exclude(owner_id uuid, kind text, duration interval)
returns slots.exclusions
language plpgsql
volatile
as $$
declare
  _at timestamptz;
  _ends_at timestamptz;
  _exclusion slots.exclusions;
begin
  perform slots.lock_person(exclude.owner_id);
  perform slots.require_settled(exclude.owner_id);
  perform slots.end_sessions(exclude.owner_id, 'exclusion');
  _at := core.wall_clock();
  _ends_at := (date_trunc('day', core.utc(_at) + exclude.duration) + interval '1 day') at time zone interval '00:00';
  select * into _exclusion
  from slots.exclusions as x
  where x.owner_id = exclude.owner_id and x.ends_at >= _ends_at
  order by x.ends_at desc, x.starts_at desc
  limit 1;
  if not found then
    insert into slots.exclusions (owner_id, starts_at, kind, ends_at)
    values (exclude.owner_id, _at, exclude.kind, _ends_at)
    returning * into _exclusion;
    update slots.accounts as a set excluded_until = _ends_at where a.owner_id = exclude.owner_id;
  end if;
  return _exclusion;
end
$$;
comment on function slots.exclude(uuid, text, interval) is
  'Excludes a person until the end of the UTC day that lies so far ahead, or leaves a longer exclusion as it is; completes their '
  'sessions, placed bets played. Raises: COMMIT_FIRST (a bet was placed in this transaction). [helper]';
revoke all on function slots.exclude(uuid, text, interval) from public;
commit;
