-- Deploy gamekeeper:xp/books/rebuild_boards to pg
-- requires: xp/books/rebuild_scores xp/books/recount_board
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Commits after each batch, so it is the caller's own and has no setting; every name is qualified.
create procedure xp.rebuild_boards()
language plpgsql
as $$
declare
  _step record;
  _last pg_catalog.int8;
  _changed pg_catalog.int8 := 0::pg_catalog.int8;
  _board_id pg_catalog.text;
begin
  loop
    select b.last_user_id, b.changed into _step from xp.rebuild_scores(_last) as b;
    commit;
    exit when _step.last_user_id is null;
    _last := _step.last_user_id;
    _changed := _changed operator(pg_catalog.+) _step.changed;
    raise notice 'accounts up to % looked at, % scores written anew', _last, _changed;
  end loop;
  loop
    _board_id := xp.recount_board(_board_id);
    commit;
    exit when _board_id is null;
    raise notice 'ranks up to those of board % counted', _board_id;
  end loop;
end
$$;
comment on procedure xp.rebuild_boards() is
  'For the service: writes boards anew from the ledger where they differ, up to the entry that upkeep has come to, a batch of accounts '
  'or one board a transaction, and tells how far it is; no claim waits for it. Call it outside a transaction; there xp.rebuild_scores() and '
  'xp.recount_board() do one batch. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on procedure xp.rebuild_boards() from public;
grant execute on procedure xp.rebuild_boards() to service_role;
commit;
