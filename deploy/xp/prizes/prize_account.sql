-- Deploy gamekeeper:xp/prizes/prize_account to pg
-- requires: xp/users/xp_users core/callers/closed_persons
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.prize_account(user_id bigint)
returns bigint
language plpgsql
stable
as $$
declare
  _user_id bigint := prize_account.user_id;
  _gone core.closed_persons;
begin
  loop
    select c.* into _gone
    from xp.xp_users as u
    join core.closed_persons as c
      on c.person_id = substring(u.external_user_id from '(?i)^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$')::uuid
    where u.user_id = _user_id;
    exit when not found or _gone.kind = 'closed';
    _user_id := (select u.user_id from xp.xp_users as u where u.external_user_id = _gone.into_id::text and _gone.kind = 'merged');
  end loop;
  return _user_id;
end
$$;
comment on function xp.prize_account(bigint) is
  'The account that the prize of an account goes to: itself, or the one that it became one with; null where the person was erased. [helper]';
revoke all on function xp.prize_account(bigint) from public;
commit;
