-- Deploy gamekeeper:xp/books/rebuild_scores to pg
-- requires: xp/books/score_differences xp/boards/add_to_boards xp/boards/xp_roll_up xp/users/accounts_after core/callers/require_service core/errors/check_batch_size
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Claims wait for nothing here: they write the ledger, and scores are compared with it up to the mark of upkeep, which adds
-- what came since. Where they differ, upkeep waits at its mark; they are compared anew under that lock.
create function xp.rebuild_scores(after_user_id bigint default null, accounts integer default 200)
returns table (last_user_id bigint, changed bigint)
language plpgsql
volatile
security definer
set search_path = pg_temp
set jit = off
as $$
declare
  _ids bigint[];
  _user_ids bigint[];
  _board_ids text[];
  _missing bigint[];
begin
  perform core.require_service();
  _ids := xp.accounts_after(rebuild_scores.after_user_id, core.check_batch_size('accounts', rebuild_scores.accounts));
  if exists (select from xp.score_differences(_ids)) then
    perform from xp.xp_roll_up as r where r.task = 'xp.boards' for update;
    select array_agg(d.user_id), array_agg(d.board_id), array_agg(d.expected - d.actual)
    into _user_ids, _board_ids, _missing
    from xp.score_differences(_ids) as d;
    perform xp.add_to_boards(_user_ids, _board_ids, _missing);
  end if;
  rebuild_scores.last_user_id := _ids[cardinality(_ids)];
  rebuild_scores.changed := coalesce(cardinality(_user_ids), 0)::bigint;
  return next;
end
$$;
comment on function xp.rebuild_scores(bigint, integer) is
  'For the service: one batch of xp.rebuild_boards, the scores of so many accounts after this one (null: the first), written anew '
  'where they differ from the ledger up to the mark of upkeep; returns the last it looked at, null after the end, and how many scores '
  'differed. No claim waits for it. Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on function xp.rebuild_scores(bigint, integer) from public;
grant execute on function xp.rebuild_scores(bigint, integer) to service_role;
commit;
