-- Deploy gamekeeper:xp/people/merge_person to pg
-- requires: xp/users/new_user_id core/errors/raise core/keys/wall_clock core/people/person_hooks xp/users/xp_users xp/users/xp_profiles xp/ledger/xp_balance xp/ledger/xp_ledger xp/ledger/apply_ledger xp/ledger/xp_level_ups xp/prizes/xp_prizes xp/prizes/pay_prizes xp/seasons/xp_hidden_entries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- An account's number carries the slot of its id, so it can't change hands: where the new id has none, one is opened. What was
-- earned and what was spent are carried apart, so that lifetime XP goes along; the key of what was earned is the other
-- account's id, which is also how a repetition is known.
create function xp.merge_person(from_id uuid, into_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _at constant timestamptz := core.wall_clock();
  _account bigint;
  _from xp.xp_balance;
  _into xp.xp_balance;
  _unpaid bigint[];
begin
  insert into xp.xp_users (user_id, external_user_id, reward_tz, segment_key)
  select xp.new_user_id(merge_person.into_id::text), merge_person.into_id::text, u.reward_tz, u.segment_key
  from xp.xp_users as u
  where u.external_user_id = merge_person.from_id::text
  on conflict on constraint xp_users_external_user_id_uidx do nothing;
  select u.user_id into _account from xp.xp_users as u where u.external_user_id = merge_person.into_id::text;
  if not found then
    return;
  end if;
  update xp.xp_profiles as p
  set handle = f.handle
  from xp.xp_users as u
  join xp.xp_profiles as f on f.user_id = u.user_id
  where p.user_id = _account and p.handle is null and f.handle is not null and u.external_user_id = merge_person.from_id::text;
  -- Prizes are paid before the balance is carried, or they would come to an account that nobody has any more. The mark is waited for
  -- before the balances, as whoever pays does.
  select array_agg(l.user_id) into _unpaid
  from (
    select p.user_id
    from xp.xp_prizes as p
    join xp.xp_users as u on u.user_id = p.user_id
    where u.external_user_id = merge_person.from_id::text and p.paid_at is null
    for no key update of p
  ) as l;
  if _unpaid is not null then
    perform xp.pay_prizes(cardinality(_unpaid), _unpaid[1]);
  end if;
  insert into xp.xp_hidden_entries (user_id, season_id, reason)
  select _account, h.season_id, h.reason
  from xp.xp_hidden_entries as h
  join xp.xp_users as u on u.user_id = h.user_id
  where u.external_user_id = merge_person.from_id::text and h.season_id = 'all'
  on conflict on constraint xp_hidden_entries_pkey do nothing;
  perform from xp.xp_balance as b
  join xp.xp_users as u on u.user_id = b.user_id
  where u.external_user_id in (merge_person.from_id::text, merge_person.into_id::text)
  order by b.user_id
  for no key update of b;
  select b.* into _from
  from xp.xp_balance as b
  join xp.xp_users as u on u.user_id = b.user_id
  where u.external_user_id = merge_person.from_id::text;
  select b.* into strict _into from xp.xp_balance as b where b.user_id = _account;
  insert into xp.xp_level_ups (user_id, level, xp, reached_at)
  select _account, l.level, l.xp, l.reached_at
  from xp.xp_level_ups as l
  where l.user_id = _from.user_id
  order by l.level
  on conflict on constraint xp_level_ups_pkey do nothing;
  perform from xp.xp_ledger as l
  where l.user_id = _account and l.correlation_id = merge_person.from_id and l.reason = 'MERGE';
  if found or coalesce(_from.lifetime_xp, 0) = 0 then
    return;
  elsif _into.lifetime_xp > 9000000000000000000 - _from.lifetime_xp then
    perform core.raise('CANNOT_MERGE', '{"system": "xp", "problem": "the account would have earned more than it can hold"}');
  end if;

  insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, created_at)
  select e.user_id, e.amount, 'MERGE', e.correlation_id, 'GRANT', 0, _at
  from (values
    (_from.user_id, -_from.current_balance, merge_person.into_id),
    (_account, _from.lifetime_xp, merge_person.from_id),
    (_account, _from.current_balance - _from.lifetime_xp, md5(format('spent:%s', merge_person.from_id))::uuid)
  ) as e (user_id, amount, correlation_id)
  where e.amount <> 0;
end
$$;
comment on function xp.merge_person(uuid, uuid) is
  'Hook of two accounts that become one: the balance and lifetime XP of the old one are carried by MERGE entries that sum '
  'to zero, in no season, prizes that were not paid among it; the levels that it reached count as reached, and who was hidden on the board of all time stays hidden; its streak, awards and ranks stay where they are. The handle goes along where the new one has none. Where the new id has no account, one is opened '
  'in the old one''s zone and segment. Raises: CANNOT_MERGE (lifetime XP would not fit). [helper]';
revoke all on function xp.merge_person(uuid, uuid) from public;
insert into core.person_hooks (system, kind, function) values ('xp', 'merge', 'xp.merge_person(uuid, uuid)');
commit;
