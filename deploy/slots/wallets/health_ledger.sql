-- Deploy gamekeeper:slots/wallets/health_ledger to pg
-- requires: core/upkeep/health_checks slots/wallets/wallets slots/wallets/wallet_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Looks at two thousand wallets at the most, however many there are, from another place each time: a monitor that asks
-- every minute comes round. slots.reconcile_wallets() reads the whole ledger.
create function slots.health_ledger()
returns table (ok boolean, detail text, action text)
language sql
volatile
set search_path = pg_temp
begin atomic
  with ends as (
    -- the first 48 bits of a time-ordered id are its time
    select
      ('x' || left(replace(f.wallet_id::text, '-', ''), 12))::bit(48)::bigint as oldest,
      ('x' || left(replace(l.wallet_id::text, '-', ''), 12))::bit(48)::bigint as newest
    from (select w.wallet_id from slots.wallets as w order by w.wallet_id limit 1) as f
    cross join (select w.wallet_id from slots.wallets as w order by w.wallet_id desc limit 1) as l
  ),
  place as materialized (
    select (lpad(to_hex(e.oldest + floor(random() * (e.newest - e.oldest + 1))::bigint), 12, '0') || repeat('0', 20))::uuid as wallet_id
    from ends as e
  ),
  looked_at as (
    (
      select w.wallet_id, w.balance, w.last_hash, w.last_entry_no
      from slots.wallets as w
      where w.wallet_id >= (select p.wallet_id from place as p)
      order by w.wallet_id
      limit 1000
    )
    union all
    (
      select w.wallet_id, w.balance, w.last_hash, w.last_entry_no
      from slots.wallets as w
      where w.wallet_id < (select p.wallet_id from place as p)
      order by w.wallet_id desc
      limit 1000
    )
  )
  select
    count(*) filter (where d.differs) = 0,
    format('%s of %s wallets that were looked at differ from their newest entry', count(*) filter (where d.differs), count(*)),
    'Ask slots.reconcile_wallets() and slots.verify_wallet(wallet_id) what was changed behind the functions'' back.'
  from (
    select
      (w.last_entry_no > 0 or w.balance <> 0)
      and (e.balance_after is distinct from w.balance or e.entry_hash is distinct from w.last_hash) as differs
    from looked_at as w
    left join slots.wallet_entries as e on e.wallet_id = w.wallet_id and e.entry_no = w.last_entry_no
  ) as d;
end;
comment on function slots.health_ledger() is
  'Health check: the balance and hash of up to two thousand wallets, others each time, are those of their newest entry. [helper]';
revoke all on function slots.health_ledger() from public;
insert into core.health_checks (name, function, meaning)
values ('slots.ledger', 'slots.health_ledger()', 'Wallets agree with the newest entry of their ledger.');
commit;
