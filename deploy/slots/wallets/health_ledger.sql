-- Deploy gamekeeper:slots/wallets/health_ledger to pg
-- requires: core/upkeep/health_checks slots/wallets/wallets slots/wallets/wallet_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Looks at the newest entry of each wallet only, so that it stays cheap; slots.reconcile_wallets() reads
-- the whole ledger.
create function slots.health_ledger()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  select
    count(*) filter (where e.balance_after is distinct from w.balance or e.entry_hash is distinct from w.last_hash) = 0,
    format(
      '%s of %s wallets with entries differ from their newest entry',
      count(*) filter (where e.balance_after is distinct from w.balance or e.entry_hash is distinct from w.last_hash), count(*)
    ),
    'Ask slots.reconcile_wallets() and slots.verify_wallet(wallet_id) what was changed behind the functions'' back.'
  from slots.wallets as w
  left join slots.wallet_entries as e on e.wallet_id = w.wallet_id and e.entry_no = w.last_entry_no
  where w.last_entry_no > 0 or w.balance <> 0;
end;
comment on function slots.health_ledger() is
  'Health check: every wallet''s balance and hash are those of its newest entry. [helper]';
revoke all on function slots.health_ledger() from public;
insert into core.health_checks (name, function, meaning)
values ('slots.ledger', 'slots.health_ledger()', 'Every wallet agrees with the newest entry of its ledger.');
commit;
