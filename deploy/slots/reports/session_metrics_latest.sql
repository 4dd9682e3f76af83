-- Deploy gamekeeper:slots/reports/session_metrics_latest to pg
-- requires: slots/sessions/gameplay_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create materialized view slots.session_metrics_latest as
select
  e.session_id,
  count(*) filter (where e.action ->> 'type' = 'Spin') as total_spins,
  coalesce(sum((e.result ->> 'payout')::numeric), 0) as total_payout
from slots.gameplay_events as e
group by e.session_id;
comment on materialized view slots.session_metrics_latest is
  'Spins and payouts per session as of the last slots.refresh_metrics(). Not granted to clients, since it can have '
  'no row level security: slots.session_metrics() filters it.';
comment on column slots.session_metrics_latest.session_id is 'The session.';
comment on column slots.session_metrics_latest.total_spins is 'Number of its spins.';
comment on column slots.session_metrics_latest.total_payout is 'Sum of their payouts.';
-- squawk-ignore require-concurrent-index-creation -- the view was made just above
create unique index session_metrics_latest_session_id_key on slots.session_metrics_latest (session_id);
commit;
