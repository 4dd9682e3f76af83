-- Deploy gamekeeper:xp/users/board_account to pg
-- requires: xp/users/require_account core/callers/require_user core/callers/is_service core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.board_account(user_id bigint)
returns bigint
language plpgsql
stable
as $$
declare
  _user_id bigint := board_account.user_id;
begin
  if _user_id is null or not core.is_service() then
    _user_id := (xp.require_account(core.require_user()::text)).user_id;
    if _user_id <> board_account.user_id then
      perform core.raise('FORBIDDEN', '{"field": "user_id"}');
    end if;
  elsif not exists (select from xp.xp_users as u where u.user_id = _user_id) then
    perform core.raise('NOT_FOUND', jsonb_build_object('userId', _user_id));
  end if;
  return _user_id;
end
$$;
comment on function xp.board_account(bigint) is
  'The account whose place on a board is asked for: the caller''s, and for the service the one that is named. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_REGISTERED, FORBIDDEN, NOT_FOUND. [helper]';
revoke all on function xp.board_account(bigint) from public;
commit;
