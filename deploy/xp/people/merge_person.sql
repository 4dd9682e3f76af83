-- Deploy gamekeeper:xp/people/merge_person to pg
-- requires: core/errors/raise core/keys/wall_clock core/people/person_hooks xp/users/xp_users xp/ledger/xp_balance xp/ledger/xp_ledger xp/ledger/apply_ledger
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Where the new id has no account yet, as a guest's who signs up, the account itself changes hands with its streak,
-- history and ranks. Else what was earned and what was spent are carried apart, so that lifetime XP goes along; the key
-- of what was earned is the other account's id, which is also how a repetition is known.
create function xp.merge_person(from_id uuid, into_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _at constant timestamptz := core.wall_clock();
  _account constant bigint := (select u.user_id from xp.xp_users as u where u.external_user_id = merge_person.into_id::text);
  _from xp.xp_balance;
  _into xp.xp_balance;
begin
  if _account is null then
    update xp.xp_users as u
    set external_user_id = merge_person.into_id::text
    where u.external_user_id = merge_person.from_id::text;
    return;
  end if;
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
  'to zero, in no season; its streak, awards and ranks stay where they are. Where the new id has no account, the old one '
  'becomes its account. Raises: CANNOT_MERGE (lifetime XP would not fit). [helper]';
revoke all on function xp.merge_person(uuid, uuid) from public;
insert into core.person_hooks (system, kind, function) values ('xp', 'merge', 'xp.merge_person(uuid, uuid)');
commit;
