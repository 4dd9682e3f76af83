-- Deploy gamekeeper:slots/wallets/movement to pg
-- requires: slots/wallets/wallets slots/wallets/wallet_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.movement as (wallet slots.wallets, entries slots.wallet_entries[]);
comment on type slots.movement is 'Entries that follow a wallet''s newest one, and the wallet as they leave it.';
comment on column slots.movement.wallet is 'The wallet with the entries.';
comment on column slots.movement.entries is 'The entries, in order.';
commit;
