-- Deploy gamekeeper:xp/prizes/pay_prizes to pg
-- requires: xp/prizes/xp_prizes xp/seasons/xp_season_closings xp/ledger/apply_ledger core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- In the order of accounts, as all that writes for many. The correlation id follows from the season, so the key of the
-- ledger refuses a second payment, whoever asks for it.
create function xp.pay_prizes(most bigint, user_id bigint default null)
returns bigint
language plpgsql
volatile
as $$
declare
  _now constant timestamptz := core.wall_clock();
  _paid bigint;
begin
  with due as (
    select p.user_id, p.season_id, p.rank, p.xp
    from xp.xp_prizes as p
    where p.paid_at is null and (p.user_id = pay_prizes.user_id or pay_prizes.user_id is null)
    order by p.user_id, p.season_id
    limit pay_prizes.most
    for no key update skip locked
  ), entries as (
    insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, metadata, created_at, actor)
    select
      d.user_id, d.xp, 'SEASON_PRIZE', md5('prize:' || d.season_id)::uuid, 'GRANT', 0,
      jsonb_build_object('seasonId', d.season_id, 'rank', d.rank), _now, c.actor
    from due as d
    join xp.xp_season_closings as c on c.season_id = d.season_id
    order by d.user_id, d.season_id
    on conflict on constraint xp_ledger_correlation_id_uidx do nothing
  )
  update xp.xp_prizes as p
  set paid_at = _now
  from due as d
  where p.user_id = d.user_id and p.season_id = d.season_id;
  get diagnostics _paid = row_count;
  return _paid;
end
$$;
comment on function xp.pay_prizes(bigint, bigint) is
  'Pays prizes of closed seasons that are not paid, so many at the most, each once: those of an account, or (null) anybody''s. Returns how '
  'many it paid. [helper]';
revoke all on function xp.pay_prizes(bigint, bigint) from public;
commit;
