-- Deploy gamekeeper:slots/people/merge_account to pg
-- requires: slots/limits/accounts slots/limits/limits slots/limits/exclusions slots/limits/lock_person slots/limits/open_account slots/limits/merged_sums slots/limits/refresh_limits
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The caller holds the locks of all that is the old account's. Its counters are moved, so that a repetition adds nothing.
create function slots.merge_account(from_id uuid, into_id uuid, at timestamptz)
returns void
language plpgsql
volatile
as $$
declare
  _person slots.accounts := slots.lock_person(merge_account.into_id);
  _from slots.accounts;
begin
  insert into slots.limits as l (owner_id, currency, kind, period, amount, changed_at)
  select merge_account.into_id, f.currency, f.kind, f.period, f.amount, merge_account.at
  from slots.limits as f
  where f.owner_id = merge_account.from_id and f.amount is not null
  on conflict on constraint limits_pkey do update
  set amount = least(l.amount, excluded.amount), next_amount = null, asked_at = null, changed_at = excluded.changed_at
  where l.amount is null or l.amount > excluded.amount or l.asked_at is not null;

  for _from in
    select a.*
    from slots.accounts as a
    where a.owner_id = merge_account.from_id
    order by a.currency collate "C"
  loop
    if _from.currency = '*' then
      if _from.excluded_until > greatest(_person.excluded_until, merge_account.at) then
        insert into slots.exclusions (owner_id, starts_at, kind, ends_at)
        values (merge_account.into_id, merge_account.at, 'merge', _from.excluded_until);
        _person.excluded_until := _from.excluded_until;
      end if;
      continue;
    end if;
    perform slots.open_account(merge_account.into_id, _from.currency);
    continue when _from.deposited || _from.staked || _from.lost || _from.played = array_fill(0::numeric, array[12]);
    update slots.accounts as a
    set
      deposited = slots.merged_sums(
        a.deposited, a.last_deposit_at, _from.deposited, _from.last_deposit_at,
        greatest(a.last_deposit_at, _from.last_deposit_at)
      ),
      last_deposit_at = greatest(a.last_deposit_at, _from.last_deposit_at),
      staked = slots.merged_sums(a.staked, a.last_bet_at, _from.staked, _from.last_bet_at, greatest(a.last_bet_at, _from.last_bet_at)),
      lost = slots.merged_sums(a.lost, a.last_bet_at, _from.lost, _from.last_bet_at, greatest(a.last_bet_at, _from.last_bet_at)),
      last_bet_at = greatest(a.last_bet_at, _from.last_bet_at),
      played = slots.merged_sums(a.played, a.last_act_at, _from.played, _from.last_act_at, greatest(a.last_act_at, _from.last_act_at)),
      last_act_at = greatest(a.last_act_at, _from.last_act_at)
    where a.owner_id = merge_account.into_id and a.currency = _from.currency;
    update slots.accounts as a
    set deposited = '{0,0,0}', staked = '{0,0,0}', lost = '{0,0,0}', played = '{0,0,0}'
    where a.owner_id = merge_account.from_id and a.currency = _from.currency;
  end loop;
  perform slots.refresh_limits(merge_account.into_id);
  update slots.accounts as a
  set excluded_until = _person.excluded_until
  where a.owner_id = merge_account.into_id and a.excluded_until is distinct from _person.excluded_until;
end
$$;
comment on function slots.merge_account(uuid, uuid, timestamptz) is
  'What an account did and the limits and exclusions that it has come to another account of the same person, where the strictest holds; a '
  'higher limit that waits is taken back. [helper]';
revoke all on function slots.merge_account(uuid, uuid, timestamptz) from public;
commit;
