-- Deploy gamekeeper:slots/wallets/reconcile_wallets to pg
-- requires: core/callers/require_operator slots/wallets/wallets slots/wallets/wallet_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Looks at one range of ids after another, all by the snapshot of its caller, and says how far it is.
create function slots.reconcile_wallets()
returns table (wallet_id uuid, entry_no bigint, problem text, expected numeric, found numeric)
language plpgsql
stable
security definer
set search_path = pg_temp
set jit = off
as $$
declare
  _wallets constant integer := 5000;
  _from uuid := '00000000-0000-0000-0000-000000000000'::uuid;
  _to uuid;
begin
  perform core.require_operator();
  loop
    _to := coalesce(
      (select w.wallet_id from slots.wallets as w where w.wallet_id >= _from order by w.wallet_id offset _wallets limit 1),
      'ffffffff-ffff-ffff-ffff-ffffffffffff'
    );
    return query
      select w.wallet_id, null::bigint, 'the balance is not the sum of the entries', coalesce(s.total, 0), w.balance
      from slots.wallets as w
      left join (
        select e.wallet_id, sum(e.amount) as total
        from slots.wallet_entries as e
        where e.wallet_id >= _from and e.wallet_id < _to
        group by e.wallet_id
      ) as s on s.wallet_id = w.wallet_id
      where w.wallet_id >= _from and w.wallet_id < _to and w.balance <> coalesce(s.total, 0);
    return query
      select c.wallet_id, c.entry_no, 'the balance after is not the one before plus the amount', c.balance_before + c.amount, c.balance_after
      from (
        select
          e.wallet_id, e.entry_no, e.amount, e.balance_after,
          lag(e.balance_after, 1, 0::numeric(20, 4)) over (partition by e.wallet_id order by e.entry_no) as balance_before
        from slots.wallet_entries as e
        where e.wallet_id >= _from and e.wallet_id < _to
      ) as c
      where c.balance_after <> c.balance_before + c.amount;
    exit when _to = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    raise notice 'wallets before % looked at', _to;
    _from := _to;
  end loop;
end
$$;
comment on function slots.reconcile_wallets() is
  'Operators and the service: every wallet whose balance is not the sum of its entries, and every entry whose '
  'balance after is not the one before plus its amount. No rows when the books are right. Reads the whole ledger, '
  'locks nothing, and tells how far it is. Raises: FORBIDDEN. [operator]';
revoke all on function slots.reconcile_wallets() from public;
grant execute on function slots.reconcile_wallets() to authenticated, service_role;
commit;
