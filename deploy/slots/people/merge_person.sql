-- Deploy gamekeeper:slots/people/merge_person to pg
-- requires: core/keys/uuid_v7 core/keys/slot_of core/errors/raise core/keys/wall_clock core/people/person_hooks core/shards/is_elsewhere slots/wallets/wallets slots/wallets/spent_on slots/sessions/sessions slots/people/end_sessions slots/people/merge_account slots/people/move_merged
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the old account, its sessions and wallets, then the new account and its wallets. Each movement is a pair of entries, whose
-- keys name each other's wallet and number. What was spent today is carried too, or two accounts would make two limits.
create function slots.merge_person(from_id uuid, into_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _at timestamptz;
  _from slots.wallets;
  _into slots.wallets;
  _spent numeric;
begin
  if core.is_elsewhere(core.slot_of(merge_person.from_id::text)) then
    return;
  end if;
  perform slots.end_sessions(merge_person.from_id, 'merge');
  perform slots.merge_account(merge_person.from_id, merge_person.into_id, core.wall_clock());
  perform from slots.wallets as w where w.owner_id = merge_person.into_id order by w.wallet_id for no key update;
  _at := core.wall_clock();

  for _from in
    select w.*
    from slots.wallets as w
    where w.owner_id = merge_person.from_id and w.deleted_at is null
    order by w.wallet_id
  loop
    update slots.wallets as w
    set daily_limit = _from.daily_limit
    where w.owner_id = merge_person.into_id and w.currency = _from.currency and w.deleted_at is null
      and w.daily_limit > _from.daily_limit;
    select * into _into
    from slots.wallets as w
    where w.owner_id = merge_person.into_id and w.currency = _from.currency and w.deleted_at is null
    order by w.wallet_id
    limit 1;
    if not found and _from.balance > 0 then
      insert into slots.wallets (wallet_id, owner_id, currency, daily_limit, cost_rate)
      values (
        core.uuid_v7(core.slot_of(merge_person.into_id::text)), merge_person.into_id, _from.currency, _from.daily_limit, _from.cost_rate
      )
      returning * into _into;
    end if;
    if _into.wallet_id is not null then
      if _into.balance + _from.balance >= 1e16 then
        perform core.raise('CANNOT_MERGE', jsonb_build_object(
          'system', 'slots', 'problem', 'the balance would pass 10^16', 'walletId', _into.wallet_id
        ));
      end if;
      _spent := slots.spent_on(_from, _at);
      perform slots.move_merged(_from, -_from.balance, format('merge:%s:%s', _into.wallet_id, _into.last_entry_no + 1), _at);
      perform slots.move_merged(_into, _from.balance, format('merge:%s:%s', _from.wallet_id, _from.last_entry_no + 1), _at);
      update slots.wallets as w
      set spent_today = slots.spent_on(w, _at) + _spent, last_entry_at = greatest(w.last_entry_at, _at)
      where w.wallet_id = _into.wallet_id and _spent > 0;
    end if;
    update slots.wallets as w set deleted_at = _at where w.wallet_id = _from.wallet_id;
  end loop;
  update slots.sessions as s
  set deleted_at = _at
  where s.owner_id = merge_person.from_id and s.deleted_at is null;
end
$$;
comment on function slots.merge_person(uuid, uuid) is
  'Hook of two accounts that become one: the old one''s sessions are completed, placed bets played; each of its wallets '
  'is emptied into the oldest open wallet of the new one in its currency, by a pair of merge entries (one is made '
  'where there is none), and closed; the new one''s daily limits in that currency fall to the lowest of both. '
  'So do its limits, and the longer exclusion holds. '
  'Histories stay under the old id. On a server where they do not live there is nothing to do. Raises: CANNOT_MERGE (a balance would pass 10^16). [helper]';
revoke all on function slots.merge_person(uuid, uuid) from public;
insert into core.person_hooks (system, kind, function) values ('slots', 'merge', 'slots.merge_person(uuid, uuid)');
commit;
