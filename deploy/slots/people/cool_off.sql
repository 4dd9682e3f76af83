-- Deploy gamekeeper:slots/people/cool_off to pg
-- requires: core/errors/raise core/callers/require_user slots/people/exclude
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.cool_off(days integer)
returns slots.exclusions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _owner constant uuid := core.require_user();
begin
  if cool_off.days is null or cool_off.days not between 1 and 92 then
    perform core.raise('INVALID_INPUT', '{"field": "days", "problem": "must be 1 to 92"}');
  end if;
  return slots.exclude(_owner, 'cool_off', make_interval(days => cool_off.days));
end
$$;
comment on function slots.cool_off(integer) is
  'A break of the caller from play, of 1 to 92 days, to the end of a UTC day: no acts, no credits, no new wallets and sessions; '
  'sessions that are open are completed, placed bets played. Nobody can shorten it. Call it as select * from slots.cool_off(...). Raises: UNAUTHENTICATED, '
  'ACCOUNT_CLOSED, INVALID_INPUT, COMMIT_FIRST (a bet was placed in this transaction). [client] [repeat: natural]';
revoke all on function slots.cool_off(integer) from public;
grant execute on function slots.cool_off(integer) to authenticated, service_role;
commit;
