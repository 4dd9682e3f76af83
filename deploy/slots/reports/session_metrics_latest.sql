-- Deploy gamekeeper:slots/reports/session_metrics_latest to pg
-- requires: slots/reports/session_rollups
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create view slots.session_metrics_latest with (security_invoker = true) as
select r.session_id, r.spins as total_spins, r.payouts as total_payout
from slots.session_rollups as r;
comment on view slots.session_metrics_latest is
  'Spins and payouts per session as of the last run of upkeep or slots.refresh_metrics(). Not granted to clients: '
  'slots.session_metrics() filters it.';
comment on column slots.session_metrics_latest.session_id is 'The session.';
comment on column slots.session_metrics_latest.total_spins is 'Number of its spins.';
comment on column slots.session_metrics_latest.total_payout is 'Sum of their payouts.';
commit;
