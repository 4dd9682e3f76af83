-- Deploy gamekeeper:slots/reports/house_balances to pg
-- requires: core/callers/require_operator slots/wallets/wallets slots/wallets/wallet_entries slots/sessions/sessions slots/reports/house_share slots/reports/house_accounts
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One statement over one snapshot. A session is closed in the transaction that adds it to slots.house_accounts.
create function slots.house_balances()
returns table (game_id uuid, currency text, balance numeric)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_operator();
  return query
    select p.game_id, p.currency, sum(p.amount)
    from (
      select h.game_id, h.currency, h.balance from slots.house_accounts as h
      union all
      select s.game_id, w.currency, slots.house_share(s)
      from slots.sessions as s
      join slots.wallets as w on w.wallet_id = s.current_wallet_id
      where not s.is_closed
      union all
      select s.game_id, w.currency, -r.amount
      from slots.wallet_entries as r
      join slots.wallet_entries as e on e.wallet_id = r.wallet_id and e.entry_no = r.reverses
      join slots.sessions as s on s.session_id = e.session_id
      join slots.wallets as w on w.wallet_id = r.wallet_id
      where r.reverses is not null
    ) as p (game_id, currency, amount)
    group by p.game_id, p.currency;
end
$$;
comment on function slots.house_balances() is
  'Operators and the service: the accounts of the house at this instant, one for each game and currency: stakes and fees less payouts, what '
  'slots.reverse gave back taken off. Reads sums of closed sessions, the sessions that are open and the reversals. Raises: FORBIDDEN. [operator]';
revoke all on function slots.house_balances() from public;
grant execute on function slots.house_balances() to authenticated, service_role;
commit;
