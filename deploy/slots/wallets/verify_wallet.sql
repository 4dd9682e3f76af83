-- Deploy gamekeeper:slots/wallets/verify_wallet to pg
-- requires: slots/wallets/wallets slots/wallets/wallet_entries slots/wallets/entry_hash slots/wallets/find_wallet
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Stable: wallet and entries are read in the caller's one snapshot, so that no lock is needed at all.
create function slots.verify_wallet(wallet_id uuid)
returns table (entry_no bigint, problem text)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _wallet slots.wallets := slots.find_wallet(verify_wallet.wallet_id);
begin
  return query
    with chain as (
      select
        e.entry_no, e.amount, e.balance_after, e.entry_hash, e.created_at,
        row_number() over entries as expected_no,
        slots.entry_hash(lag(e.entry_hash, 1, decode(repeat('00', 32), 'hex')) over entries, e) as expected_hash,
        lag(e.balance_after, 1, 0::numeric(20, 4)) over entries as balance_before,
        lag(e.created_at) over entries as at_before
      from slots.wallet_entries as e
      where e.wallet_id = verify_wallet.wallet_id
      window entries as (order by e.entry_no)
    ),
    head as (
      select
        coalesce(max(c.entry_no), 0) as last_no,
        coalesce((array_agg(c.entry_hash order by c.entry_no desc))[1], decode(repeat('00', 32), 'hex')) as last_hash,
        coalesce((array_agg(c.balance_after order by c.entry_no desc))[1], 0) as last_balance
      from chain as c
    )
    select c.entry_no, p.problem
    from chain as c
    cross join lateral (values
      (c.entry_no <> c.expected_no, 'the number does not follow the one before: an entry is missing or was put in'),
      (c.entry_hash <> c.expected_hash, 'the hash does not fit the entry and the one before'),
      (c.balance_after <> c.balance_before + c.amount, 'the balance after is not the one before plus the amount'),
      (c.created_at < c.at_before, 'the time is before that of the entry before')
    ) as p (broken, problem)
    where p.broken
    union all
    select null::bigint, p.problem
    from head as h
    cross join lateral (values
      (h.last_no <> _wallet.last_entry_no, 'the wallet''s last entry is not the newest one'),
      (h.last_hash <> _wallet.last_hash, 'the wallet''s hash is not that of the newest entry'),
      (h.last_balance <> _wallet.balance, 'the wallet''s balance is not that of the newest entry')
    ) as p (broken, problem)
    where p.broken
    order by 1;
end
$$;
comment on function slots.verify_wallet(uuid) is
  'Owner or service: recomputes the wallet''s chain of hashes and returns what does not fit, with the entry''s '
  'number (null: the wallet''s own row). No rows when nothing was changed behind the functions'' back. Locks '
  'nothing. Raises: UNAUTHENTICATED, NOT_FOUND. [client]';
revoke all on function slots.verify_wallet(uuid) from public;
grant execute on function slots.verify_wallet(uuid) to authenticated, service_role;
commit;
