-- Deploy gamekeeper:xp/boards/settled_span to pg
-- requires: xp/boards/xp_roll_up core/keys/now_utc core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Numbers up to seen_to are settled when every transaction that drew one of them has ended, however late it commits. The
-- highest transaction of a snapshot does not say who those are: it is one more than the last that ended, and younger ones may
-- run. Each holds a lock on its own number, so the locks are asked, after the highest drawn number was read.
create function xp.settled_span(task text, numbers regclass, most bigint)
returns table (above bigint, up_to bigint)
language plpgsql
volatile
as $$
declare
  _mark xp.xp_roll_up;
  _seen_to bigint;
begin
  select r.* into strict _mark from xp.xp_roll_up as r where r.task = settled_span.task for update;
  settled_span.above := _mark.rolled_to;
  settled_span.up_to := _mark.rolled_to;
  if pg_snapshot_xmin(pg_current_snapshot()) >= _mark.seen_before then
    settled_span.up_to := least(_mark.seen_to, _mark.rolled_to + settled_span.most);
    update xp.xp_roll_up as r
    set rolled_to = settled_span.up_to,
      settled_at = case when settled_span.up_to = _mark.seen_to then _mark.seen_at else _mark.settled_at end
    where r.task = settled_span.task;
  end if;
  -- The snapshot and the locks have to be younger than the number, so they are looked at by the next statement.
  if settled_span.up_to = _mark.seen_to and current_setting('transaction_isolation') = 'read committed' then
    _mark.seen_at := core.wall_clock();
    _seen_to := coalesce(pg_sequence_last_value(settled_span.numbers), 0);
    update xp.xp_roll_up as r
    set seen_to = _seen_to, seen_at = _mark.seen_at, seen_before = (
      select (x.ended + coalesce(max(x.running - x.ended + 1) filter (where x.running >= x.ended), 0))::text::xid8
      from (
        select s.ended, s.ended + ((l.transactionid::text::bigint - s.ended) << 32 >> 32) as running
        from (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as ended) as s
        left join pg_locks as l on l.locktype = 'transactionid' and l.granted and l.mode = 'ExclusiveLock'
      ) as x
      group by x.ended
    )
    where r.task = settled_span.task;
  end if;
  update xp.xp_roll_up as r set rolled_at = core.now_utc() where r.task = settled_span.task;
  return next;
end
$$;
comment on function xp.settled_span(text, regclass, bigint) is
  'For a task of upkeep that adds up a history: the next rows of it, by the numbers that a sequence gives, at most so many. Whose '
  'transactions have ended are given once, in order; the mark moves with the transaction of the caller, who adds them up. [helper]';
revoke all on function xp.settled_span(text, regclass, bigint) from public;
commit;
