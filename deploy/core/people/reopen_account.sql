-- Deploy gamekeeper:core/people/reopen_account to pg
-- requires: core/people/run_person_hooks core/callers/closed_persons core/callers/user_id core/keys/wall_clock core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.reopen_account()
returns void
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _user constant uuid := core.user_id();
  _row core.closed_persons;
begin
  if _user is null then
    perform core.raise('UNAUTHENTICATED');
  end if;
  select c.* into _row from core.closed_persons as c where c.person_id = _user for update;
  if not found then
    return;
  end if;
  if _row.kind <> 'closed' or _row.until <= core.wall_clock() then
    perform core.raise('ACCOUNT_CLOSED', jsonb_build_object('kind', _row.kind, 'until', _row.until));
  end if;
  delete from core.closed_persons as c where c.person_id = _user;
  perform core.run_person_hooks('reopen', _user);
end
$$;
comment on function core.reopen_account() is
  'Opens the account again that the caller closed, before the instant at which it is erased. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED (erased, merged, or too late). [client] [repeat: natural]';
revoke all on function core.reopen_account() from public;
grant execute on function core.reopen_account() to authenticated, service_role;
commit;
