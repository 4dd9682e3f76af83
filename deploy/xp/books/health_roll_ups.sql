-- Deploy gamekeeper:xp/books/health_roll_ups to pg
-- requires: xp/boards/upkeep_boards xp/books/upkeep_claims core/upkeep/health_checks core/keys/now_utc core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A task has an hour for its first runs, as every task has.
create function xp.health_roll_ups()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
as $$
  select
    not bool_or(s.is_behind or s.is_held_up),
    string_agg(
      format('%s: %s rows wait, those drawn before %s are added up', s.task, s.waiting, to_char(core.utc(s.settled_at), 'YYYY-MM-DD"T"HH24:MI"Z"')),
      '; ' order by s.task
    ),
    case
      when bool_or(s.is_held_up) then 'run core.maintain(), by pg_cron or another scheduler, and end transactions that have been open for long'
      when bool_or(s.is_behind) then 'run core.maintain(), by pg_cron or another scheduler, more often'
      else 'nothing to do'
    end
  from (
    select w.task, w.waiting, w.settled_at, w.waiting >= 1000000 as is_behind, w.settled_at < core.now_utc() - interval '1 hour' as is_held_up
    from (
      select r.task, coalesce(pg_sequence_last_value(n.numbers), 0) - r.rolled_to as waiting, greatest(r.settled_at, t.added_at) as settled_at
      from (values ('xp.boards', 'xp.xp_ledger_ledger_id_seq'::regclass), ('xp.claims', 'xp.xp_awards_award_id_seq')) as n (task, numbers)
      join xp.xp_roll_up as r on r.task = n.task
      join core.upkeep_tasks as t on t.task = n.task
    ) as w
  ) as s
$$;
comment on function xp.health_roll_ups() is
  'Health check: xp.upkeep_boards and xp.upkeep_claims keep up, so that ranks and xp.claim_stats stay quick and a season that is over can be closed. [helper]';
revoke all on function xp.health_roll_ups() from public;
insert into core.health_checks (name, function, meaning) values
  ('xp.roll_ups', 'xp.health_roll_ups()', 'Ledger and claims are added up in time, so that ranks and statistics stay quick and seasons can be closed.');
commit;
