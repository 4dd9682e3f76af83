-- Deploy gamekeeper:xp/books/rebuild_batch to pg
-- requires: xp/books/rebuild_balances xp/books/rebuild_streaks xp/users/accounts_after core/callers/require_service core/errors/check_batch_size
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.rebuild_batch(after_user_id bigint default null, accounts integer default 200)
returns table (last_user_id bigint, changed bigint)
language plpgsql
volatile
security definer
set search_path = pg_temp
set jit = off
as $$
declare
  _ids bigint[];
begin
  perform core.require_service();
  _ids := xp.accounts_after(rebuild_batch.after_user_id, core.check_batch_size('accounts', rebuild_batch.accounts));
  rebuild_batch.last_user_id := _ids[cardinality(_ids)];
  rebuild_batch.changed := xp.rebuild_balances(_ids) + xp.rebuild_streaks(_ids);
  return next;
end
$$;
comment on function xp.rebuild_batch(bigint, integer) is
  'For the service: one batch of xp.rebuild_books, the accounts after this one (null: the first); returns the last it '
  'looked at, null after the end, and how many rows differed. Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on function xp.rebuild_batch(bigint, integer) from public;
grant execute on function xp.rebuild_batch(bigint, integer) to service_role;
commit;
