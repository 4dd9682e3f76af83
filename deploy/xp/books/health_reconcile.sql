-- Deploy gamekeeper:xp/books/health_reconcile to pg
-- requires: xp/books/differences core/upkeep/health_checks core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.health_reconcile()
returns table (ok boolean, detail text, action text)
language plpgsql
volatile
as $$
declare
  _most_users constant integer := 20;
  _users bigint[];
  _differences bigint;
begin
  select array_agg(r.user_id)
  into _users
  from (
    select a.user_id
    from xp.xp_awards as a
    where a.award_id > (select s.last_value - 1000 from xp.xp_awards_award_id_seq as s)
    group by a.user_id
    order by random()
    limit _most_users
  ) as r;
  select count(*) into _differences from xp.differences(coalesce(_users, '{}'));
  return query select
    _differences = 0,
    format('%s differences among %s users of the last 1000 awards', _differences, coalesce(cardinality(_users), 0)),
    case when _differences > 0
      then 'select * from xp.reconcile(); find the cause, then xp.rebuild_balances() and xp.rebuild_streaks()'
      else 'nothing to do'
    end;
end
$$;
comment on function xp.health_reconcile() is
  'Health check: state and history of twenty users of the last thousand awards, others each time, agree; xp.reconcile() looks at all. [helper]';
revoke all on function xp.health_reconcile() from public;
insert into core.health_checks (name, function, meaning) values
  ('xp.reconcile', 'xp.health_reconcile()', 'Balances, seasons and streaks of some of the latest claimers agree with ledger and awards.');
commit;
