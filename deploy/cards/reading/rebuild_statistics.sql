-- Deploy gamekeeper:cards/reading/rebuild_statistics to pg
-- requires: cards/reading/rebuild_results cards/reading/rebuild_careers
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Commits after each batch, so it is the caller's own and has no setting; every name is qualified.
create procedure cards.rebuild_statistics()
language plpgsql
as $$
declare
  _last pg_catalog.uuid;
begin
  loop
    _last := cards.rebuild_results(_last);
    commit;
    exit when _last is null;
    raise notice 'results of games up to % looked at', _last;
  end loop;
  loop
    _last := cards.rebuild_careers(_last);
    commit;
    exit when _last is null;
    raise notice 'statistics of players up to % looked at', _last;
  end loop;
end
$$;
comment on procedure cards.rebuild_statistics() is
  'For the service: makes results and lifetime statistics anew from the logs where they differ, a batch a transaction, and '
  'tells how far it is; who plays waits at the most for the batch that mends their own statistics. Call it outside a '
  'transaction; there cards.rebuild_lifetime_stats() does the same. Raises: FORBIDDEN, REPLAY_ERROR. [service] [repeat: natural]';
revoke all on procedure cards.rebuild_statistics() from public;
grant execute on procedure cards.rebuild_statistics() to service_role;
commit;
