-- Deploy gamekeeper:xp/books/rebuild_books to pg
-- requires: xp/books/rebuild_batch
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Commits after each batch, so it is the caller's own and has no setting; every name is qualified.
create procedure xp.rebuild_books()
language plpgsql
as $$
declare
  _step record;
  _last pg_catalog.int8;
  _changed pg_catalog.int8 := 0::pg_catalog.int8;
begin
  loop
    select b.last_user_id, b.changed into _step from xp.rebuild_batch(_last) as b;
    commit;
    exit when _step.last_user_id is null;
    _last := _step.last_user_id;
    _changed := _changed operator(pg_catalog.+) _step.changed;
    raise notice 'accounts up to % looked at, % rows written anew', _last, _changed;
  end loop;
end
$$;
comment on procedure xp.rebuild_books() is
  'For the service: writes balances, season totals and streaks anew from ledger and awards where they differ, a batch of '
  'accounts a transaction, and tells how far it is; nobody whose books agree waits for it. Call it outside a transaction; '
  'there xp.rebuild_batch() does one batch. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on procedure xp.rebuild_books() from public;
grant execute on procedure xp.rebuild_books() to service_role;
commit;
