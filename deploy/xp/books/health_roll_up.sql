-- Deploy gamekeeper:xp/books/health_roll_up to pg
-- requires: xp/books/upkeep_claims core/upkeep/health_checks core/keys/now_utc core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.health_roll_up()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
as $$
  select
    s.waiting < 1000000,
    format('%s awards wait to be counted, last run %s', s.waiting, to_char(core.utc(s.rolled_at), 'YYYY-MM-DD"T"HH24:MI"Z"')),
    case when s.waiting < 1000000 then 'nothing to do' else 'run core.maintain(), by pg_cron or another scheduler' end
  from (
    select case when q.is_called then q.last_value else 0 end - r.rolled_to as waiting, r.rolled_at
    from xp.xp_roll_up as r
    cross join xp.xp_awards_award_id_seq as q
    where r.task = 'xp.claims'
  ) as s
$$;
comment on function xp.health_roll_up() is 'Health check: xp.upkeep_claims keeps up, so that xp.claim_stats stays quick. [helper]';
revoke all on function xp.health_roll_up() from public;
insert into core.health_checks (name, function, meaning) values
  ('xp.roll_up', 'xp.health_roll_up()', 'Claims are counted in time, so that xp.claim_stats stays quick.');
commit;
