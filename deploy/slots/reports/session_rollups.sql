-- Deploy gamekeeper:slots/reports/session_rollups to pg
-- requires: slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Beside slots.sessions and not in it, so that upkeep never locks a session.
create table slots.session_rollups (
  session_id uuid primary key references slots.sessions,
  events bigint not null,
  spins bigint not null default 0,
  payouts numeric not null default 0
);
comment on table slots.session_rollups is
  'The sums of each session, and how many of its events slots.roll_up_sessions has added up. Not granted to clients.';
comment on column slots.session_rollups.session_id is 'The session.';
comment on column slots.session_rollups.events is 'Events 1 to this one are in the sums.';
comment on column slots.session_rollups.spins is 'Number of spins among them.';
comment on column slots.session_rollups.payouts is 'Sum of the payouts of those spins.';
alter table slots.session_rollups enable row level security;
commit;
