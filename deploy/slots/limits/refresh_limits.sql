-- Deploy gamekeeper:slots/limits/refresh_limits to pg
-- requires: slots/limits/accounts slots/limits/strictest_limits
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.refresh_limits(owner_id uuid)
returns void
language plpgsql
volatile
as $$
begin
  perform from slots.accounts as a where a.owner_id = refresh_limits.owner_id order by a.currency collate "C" for no key update;
  update slots.accounts as a
  set
    deposit_limits = s.deposit_limits,
    stake_limits = s.stake_limits,
    loss_limits = s.loss_limits,
    time_limits = s.time_limits
  from (
    select
      o.currency,
      slots.strictest_limits(o.owner_id, o.currency, 'deposit') as deposit_limits,
      slots.strictest_limits(o.owner_id, o.currency, 'stake') as stake_limits,
      slots.strictest_limits(o.owner_id, o.currency, 'loss') as loss_limits,
      slots.strictest_limits(o.owner_id, o.currency, 'time') as time_limits
    from slots.accounts as o
    where o.owner_id = refresh_limits.owner_id
  ) as s
  where a.owner_id = refresh_limits.owner_id and a.currency = s.currency
    and (a.deposit_limits, a.stake_limits, a.loss_limits, a.time_limits)
      is distinct from (s.deposit_limits, s.stake_limits, s.loss_limits, s.time_limits);
end
$$;
comment on function slots.refresh_limits(uuid) is
  'Brings the limits of a person to all their accounts, which it locks in the order of currencies; ask slots.lock_person first. [helper]';
revoke all on function slots.refresh_limits(uuid) from public;
commit;
