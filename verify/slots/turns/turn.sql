-- Verify gamekeeper:slots/turns/turn on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.turn', 'composite');
select pg_temp.has_column('slots.turn', 'session', 'slots.sessions');
select pg_temp.has_column('slots.turn', 'wallet', 'slots.wallets');
select pg_temp.has_column('slots.turn', 'account', 'slots.accounts');
select pg_temp.has_column('slots.turn', 'entries', 'slots.wallet_entries[]');
select pg_temp.has_column('slots.turn', 'events', 'slots.gameplay_events[]');
select pg_temp.has_column('slots.turn', 'experiences', 'slots.rl_store[]');
select pg_temp.has_column('slots.turn', 'by_service', 'boolean');
select pg_temp.has_column('slots.turn', 'actor', 'uuid');
rollback;
