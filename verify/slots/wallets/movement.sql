-- Verify gamekeeper:slots/wallets/movement on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.movement', 'composite');
select pg_temp.has_column('slots.movement', 'wallet', 'slots.wallets');
select pg_temp.has_column('slots.movement', 'entries', 'slots.wallet_entries[]');
rollback;
