-- Deploy gamekeeper:slots/settings to pg
-- requires: core/records/settings slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.settings (name, type, minimum, maximum, default_value, value, changed_by, meaning) values
  ('slots.limit_cooling_off', 'integer', 86400, 2592000, '86400', '86400', 'service', 'Seconds after which a higher limit can be confirmed.'),
  ('slots.session_timeout', 'integer', 1, 2592000, '3600', '3600', 'service', 'Seconds after which upkeep ends a session that nobody touched, its placed bet played first.');
insert into core.settings (name, type, minimum, maximum, default_value, value, changed_by, meaning) values
  ('slots.max_rtp', 'number', 0, 1000000, '1.0', '1.0', 'service', 'Highest return to player of a game that an operator may define; beyond it the service has to.');
insert into core.settings (name, type, minimum, maximum, default_value, value, meaning) values
  ('slots.wallets_per_person', 'integer', 1, 100000, '100', '100', 'How many wallets one person can make, closed ones too.'),
  ('slots.open_sessions_per_person', 'integer', 1, 100000, '1000', '1000', 'How many sessions of one person can be open at a time.'),
  ('slots.metrics_per_session', 'integer', 1, 1000000, '10000', '10000', 'How many metrics can be recorded of one session.');
commit;
