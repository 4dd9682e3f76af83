-- Deploy gamekeeper:slots/people/self_exclude to pg
-- requires: core/errors/raise core/callers/require_user slots/people/exclude
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.self_exclude(months integer)
returns slots.exclusions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _owner constant uuid := core.require_user();
begin
  if self_exclude.months is null or self_exclude.months not between 6 and 60 then
    perform core.raise('INVALID_INPUT', '{"field": "months", "problem": "must be 6 to 60"}');
  end if;
  return slots.exclude(_owner, 'self_exclusion', make_interval(months => self_exclude.months));
end
$$;
comment on function slots.self_exclude(integer) is
  'Excludes the caller from play for 6 to 60 months, as slots.cool_off does for days. Nobody can shorten it. Call it as '
  'select * from slots.self_exclude(...). Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, INVALID_INPUT, COMMIT_FIRST (a bet was placed in '
  'this transaction). [client] [repeat: natural]';
revoke all on function slots.self_exclude(integer) from public;
grant execute on function slots.self_exclude(integer) to authenticated, service_role;
commit;
