-- Deploy gamekeeper:slots/wallets/last_entry_before to pg
-- requires: slots/wallets/wallet_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Times never go back within a wallet, so halving finds the place by the primary key, in as many steps as the ledger's length has bits.
create function slots.last_entry_before(wallet_id uuid, at timestamptz, last_entry_no bigint)
returns bigint
language plpgsql
stable
parallel safe
as $$
declare
  _low bigint := 0::bigint;
  _high bigint := last_entry_before.last_entry_no;
  _middle bigint;
begin
  while _low < _high loop
    _middle := (_low + _high + 1) / 2;
    if (
      select e.created_at < last_entry_before.at
      from slots.wallet_entries as e
      where e.wallet_id = last_entry_before.wallet_id and e.entry_no = _middle
    ) then
      _low := _middle;
    else
      _high := _middle - 1;
    end if;
  end loop;
  return _low;
end
$$;
comment on function slots.last_entry_before(uuid, timestamptz, bigint) is
  'Number of a wallet''s newest entry before an instant, among those up to last_entry_no; 0 where there is none. [helper]';
revoke all on function slots.last_entry_before(uuid, timestamptz, bigint) from public;
commit;
