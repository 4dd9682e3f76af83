-- Deploy gamekeeper:slots/reports/reconcile_house to pg
-- requires: core/callers/require_operator slots/wallets/wallets slots/wallets/wallet_entries slots/sessions/sessions slots/reports/house_balances
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.reconcile_house()
returns table (currency text, game_id uuid, problem text, expected numeric, found numeric)
language plpgsql
stable
security definer
set search_path = pg_temp
set jit = off
as $$
begin
  perform core.require_operator();
  return query
    with movements as materialized (
      select w.currency, s.game_id, sum(e.amount) as amount
      from slots.wallet_entries as e
      join slots.wallets as w on w.wallet_id = e.wallet_id
      left join slots.wallet_entries as o on o.wallet_id = e.wallet_id and o.entry_no = e.reverses
      left join slots.sessions as s on s.session_id = coalesce(e.session_id, o.session_id)
      where e.kind <> 'merge'
      group by w.currency, s.game_id
    ),
    house as materialized (
      select b.currency, b.game_id, b.balance from slots.house_balances() as b
    )
    select
      coalesce(m.currency, h.currency), coalesce(m.game_id, h.game_id), 'the house does not hold what the ledger says that players left to it',
      -coalesce(m.amount, 0), coalesce(h.balance, 0)
    from (select g.* from movements as g where g.game_id is not null) as m
    full join house as h on h.currency = m.currency and h.game_id = m.game_id
    where -coalesce(m.amount, 0) <> coalesce(h.balance, 0)
    union all
    select
      p.currency, null, 'the sum over all accounts is not what came in less what went out',
      coalesce(sum(p.amount) filter (where p.is_outside), 0), coalesce(sum(p.amount) filter (where not p.is_outside), 0)
    from (
      select m.currency, m.amount, true from movements as m where m.game_id is null
      union all
      select w.currency, w.balance, false from slots.wallets as w
      union all
      select h.currency, h.balance, false from house as h
    ) as p (currency, amount, is_outside)
    group by p.currency
    having coalesce(sum(p.amount) filter (where p.is_outside), 0) <> coalesce(sum(p.amount) filter (where not p.is_outside), 0);
end
$$;
comment on function slots.reconcile_house() is
  'Operators and the service: every account of the house that does not hold what the ledger says, and every currency in which wallets and house together are not '
  'what came in from outside less what went out. No rows when every cent is somewhere. Reads the whole ledger, locks nothing. '
  'Raises: FORBIDDEN. [operator]';
revoke all on function slots.reconcile_house() from public;
grant execute on function slots.reconcile_house() to authenticated, service_role;
commit;
