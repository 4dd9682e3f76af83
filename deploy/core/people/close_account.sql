-- Deploy gamekeeper:core/people/close_account to pg
-- requires: core/people/settings core/people/run_person_hooks core/callers/closed_persons core/callers/user_id core/records/rate_limit core/records/setting core/callers/leaving_instant core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- core.require_user() refuses whom this has closed already, who is to be told the same again.
create function core.close_account()
returns core.closed_persons
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _most_a_day constant integer := 5;
  _user constant uuid := core.user_id();
  _at constant timestamptz := core.leaving_instant();
  _row core.closed_persons;
begin
  if _user is null then
    perform core.raise('UNAUTHENTICATED');
  end if;
  insert into core.closed_persons as c (person_id, kind, closed_at, until)
  values (_user, 'closed', _at, _at + make_interval(days => core.setting('core.account_return_days')::integer))
  on conflict on constraint closed_persons_pkey do nothing
  returning c.* into _row;
  if found then
    perform core.rate_limit('core.close_account:' || _user, _most_a_day, interval '1 day', _at);
    perform core.run_person_hooks('close', _user);
    return _row;
  end if;
  select c.* into strict _row from core.closed_persons as c where c.person_id = _user;
  if _row.kind <> 'closed' then
    perform core.raise('ACCOUNT_CLOSED', jsonb_build_object('kind', _row.kind, 'until', _row.until));
  end if;
  return _row;
end
$$;
comment on function core.close_account() is
  'Closes the caller''s account: they leave what is live, others see them no more, and no command of theirs is taken but '
  'core.reopen_account() and core.export_my_data(), until the account is erased at until. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED (erased or merged), RATE_LIMIT. [client] [repeat: natural]';
revoke all on function core.close_account() from public;
grant execute on function core.close_account() to authenticated, service_role;
commit;
