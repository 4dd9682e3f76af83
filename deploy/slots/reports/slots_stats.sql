-- Deploy gamekeeper:slots/reports/slots_stats to pg
-- requires: slots/games/games slots/wallets/wallets slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create view slots.slots_stats as
select
  (select count(*) from slots.games) as games,
  w.wallets,
  s.sessions,
  s.completed_sessions,
  w.entries,
  s.events,
  s.spins,
  s.total_bet,
  s.total_payout,
  s.total_fees,
  s.pending_bets
from (select count(*) as wallets, coalesce(sum(last_entry_no), 0) as entries from slots.wallets) as w
cross join (
  select
    count(*) as sessions,
    count(*) filter (where state = 'Completed') as completed_sessions,
    coalesce(sum(event_count), 0) as events,
    coalesce(sum((metrics ->> 'spins')::bigint), 0) as spins,
    coalesce(sum((metrics ->> 'totalBet')::numeric), 0) as total_bet,
    coalesce(sum((metrics ->> 'totalPayout')::numeric), 0) as total_payout,
    coalesce(sum((metrics ->> 'totalFees')::numeric), 0) as total_fees,
    coalesce(sum(pending_bet), 0) as pending_bets
  from slots.sessions
) as s;
comment on view slots.slots_stats is
  'The system''s counters, one row, from the running counters of wallets and sessions (entries and events are not read). For the service and monitoring.';
comment on column slots.slots_stats.games is 'Games defined.';
comment on column slots.slots_stats.wallets is 'Wallets.';
comment on column slots.slots_stats.sessions is 'Sessions.';
comment on column slots.slots_stats.completed_sessions is 'Sessions in Completed.';
comment on column slots.slots_stats.entries is 'Ledger entries.';
comment on column slots.slots_stats.events is 'Gameplay events, and as many experiences.';
comment on column slots.slots_stats.spins is 'Spins, drawn here or recorded.';
comment on column slots.slots_stats.total_bet is 'Stakes of those spins, summed over currencies.';
comment on column slots.slots_stats.total_payout is 'Their payouts.';
comment on column slots.slots_stats.total_fees is 'Their fees.';
comment on column slots.slots_stats.pending_bets is 'Stakes that wait for their spin.';
grant select on slots.slots_stats to service_role, gamekeeper_monitor;
commit;
