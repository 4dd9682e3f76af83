-- Deploy gamekeeper:xp/books/health_boards to pg
-- requires: xp/boards/upkeep_boards core/upkeep/health_checks core/keys/now_utc core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The task has an hour for its first runs, as every task has.
create function xp.health_boards()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
as $$
  select
    not s.is_behind and not s.is_held_up,
    format('%s entries wait for their boards, those drawn before %s are on them', s.waiting, to_char(core.utc(s.settled_at), 'YYYY-MM-DD"T"HH24:MI"Z"')),
    case
      when s.is_held_up then 'run core.maintain(), by pg_cron or another scheduler, and end transactions that have been open for long'
      when s.is_behind then 'run core.maintain(), by pg_cron or another scheduler, more often'
      else 'nothing to do'
    end
  from (
    select w.waiting, w.settled_at, w.waiting >= 1000000 as is_behind, w.settled_at < core.now_utc() - interval '1 hour' as is_held_up
    from (
      select case when q.is_called then q.last_value else 0 end - r.rolled_to as waiting, greatest(r.settled_at, t.added_at) as settled_at
      from xp.xp_roll_up as r
      join core.upkeep_tasks as t on t.task = r.task
      cross join xp.xp_ledger_ledger_id_seq as q
      where r.task = 'xp.boards'
    ) as w
  ) as s
$$;
comment on function xp.health_boards() is
  'Health check: xp.upkeep_boards keeps up, so that ranks stay quick and a season that is over can be closed. [helper]';
revoke all on function xp.health_boards() from public;
insert into core.health_checks (name, function, meaning) values
  ('xp.boards', 'xp.health_boards()', 'The ledger is added to the boards in time, so that ranks stay quick and seasons can be closed.');
commit;
