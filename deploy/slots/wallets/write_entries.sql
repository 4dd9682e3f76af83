-- Deploy gamekeeper:slots/wallets/write_entries to pg
-- requires: slots/wallets/wallets slots/wallets/wallet_entries slots/wallets/movement
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.write_entries(movement slots.movement)
returns void
language plpgsql
volatile
as $$
begin
  insert into slots.wallet_entries select e.* from unnest(write_entries.movement.entries) as e;
  if found then
    update slots.wallets as w
    set
      balance = (write_entries.movement.wallet).balance,
      spent_today = (write_entries.movement.wallet).spent_today,
      last_entry_no = (write_entries.movement.wallet).last_entry_no,
      last_entry_at = (write_entries.movement.wallet).last_entry_at,
      last_hash = (write_entries.movement.wallet).last_hash
    where w.wallet_id = (write_entries.movement.wallet).wallet_id;
  end if;
end
$$;
comment on function slots.write_entries(slots.movement) is
  'Writes entries of a wallet that the caller holds locked, and the wallet as they leave it, once, whatever their number. [helper]';
revoke all on function slots.write_entries(slots.movement) from public;
commit;
